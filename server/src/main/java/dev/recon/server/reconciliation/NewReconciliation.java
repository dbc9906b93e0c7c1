package dev.recon.server.reconciliation;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reconciliation that somebody wants.
record NewReconciliation(
        String name, String rules, @Nullable UUID leftSource, @Nullable UUID rightSource) {
    NewReconciliation {
        name = Checks.text("#/name", name, 200);
        Checks.text("#/rules", rules, Limits.RULES_CHARS_MAX);
    }

    /// Another name for it.
    record Change(String name) {
        Change {
            name = Checks.text("#/name", name, 200);
        }
    }

    /// Where its sides come from.
    ///
    /// @param runsByItself does it run when both have delivered something new?
    record Sources(@Nullable UUID leftSource, @Nullable UUID rightSource, boolean runsByItself) {
        Sources {
            if (runsByItself && (leftSource == null || rightSource == null)) {
                throw Problem.invalid("#/runsByItself", "needs a source for each side");
            }
        }
    }

    /// Another version of its rule set.
    record Rules(String rules) {
        Rules {
            Checks.text("#/rules", rules, Limits.RULES_CHARS_MAX);
        }
    }
}
