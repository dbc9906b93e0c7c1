package dev.recon.server.run;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;

/// What people decided in an earlier run over the same files, or in the one that is followed, so
/// that a new run keeps it. The decisions come later in the order of the data and provide it to
/// this package.
public interface EarlierDecisions {
    /// The decisions that bind a run, as they are now.
    ///
    /// @param carried what the run carries on of the run that it follows
    Kept find(RunRow run, Carried carried);

    /// Decisions for one run.
    interface Kept {
        /// What binds the engine.
        Reconciler.Decided decided();

        /// Writes the decisions into the new run, in the database transaction that publishes it;
        /// false when somebody decided something meanwhile, and the engine has to run again.
        boolean carry(RunRow run, Outcome outcome);

        /// From now on nobody decides in the run before until this one has ended; what was decided
        /// until now is to be found again.
        void closeEarlier(RunRow run);
    }
}
