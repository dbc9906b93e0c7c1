package dev.recon.server.comparison;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A comparison that somebody wants.
///
/// @param runId the run whose lines are compared
/// @param before a version; null for the one in force
/// @param after the version that it is compared with; null where a draft is given
/// @param rules the draft
record NewComparison(
        UUID runId, @Nullable Integer before, @Nullable Integer after, @Nullable String rules) {
    /// The same, if it names one rule set to compare with.
    NewComparison checked() {
        Checks.present("#/runId", runId);
        if ((after == null) == (rules == null)) {
            throw Problem.invalid("#/rules", "or after must be there, and only one of them");
        }
        return this;
    }
}
