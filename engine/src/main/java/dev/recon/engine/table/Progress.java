package dev.recon.engine.table;

import java.util.concurrent.CancellationException;

/// How a long piece of work tells how far it is, and learns that nobody wants it any more.
///
/// Called from worker threads, some thousand times a run at most.
public interface Progress {
    /// Progress that nobody watches.
    Progress NONE = (_, _, _) -> {};

    /// The work has done `done` of `total` units (bytes, rows) of a stage.
    void report(String stage, long done, long total);

    /// Does the caller want the work to stop?
    default boolean isCancelled() {
        return false;
    }

    /// Ends the work when the caller wants it to stop.
    ///
    /// @throws CancellationException when it does
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException("the run was cancelled");
        }
    }
}
