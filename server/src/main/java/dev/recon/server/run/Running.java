package dev.recon.server.run;

/// Something that is being worked out: how far it is, and the wish to stop it.
public interface Running {
    /// How far it is.
    RunQueue.Stage stage();

    /// Nobody wants it any more.
    void cancel();

    /// Does nobody want it any more?
    boolean isCancelled();
}
