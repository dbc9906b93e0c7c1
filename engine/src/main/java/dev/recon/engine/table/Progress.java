package dev.recon.engine.table;

import java.util.concurrent.CancellationException;

/// Hears how far a run is, and says when it should end early.
///
/// Both methods may be called from any thread, many times a second.
public interface Progress {
    /// Nobody listens, nothing is cancelled.
    Progress NONE =
            new Progress() {
                @Override
                public void report(String stage, long done, long total) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    /// `done` of `total` rows of a stage are behind us.
    void report(String stage, long done, long total);

    boolean isCancelled();

    /// Ends the run here if somebody asked for it.
    default void check() {
        if (isCancelled()) {
            throw new CancellationException("the run was cancelled");
        }
    }
}
