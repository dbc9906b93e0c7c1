package dev.recon.server.settings;

/// What a process is for, when several share the work.
public enum Role {
    ALL,
    /// Answers requests, and leaves the runs to others.
    WEB,
    /// Executes runs; it answers requests too, but nobody should send it any.
    WORKER;

    public boolean isWorker() {
        return this != WEB;
    }
}
