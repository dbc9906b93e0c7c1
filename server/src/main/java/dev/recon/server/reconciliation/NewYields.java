package dev.recon.server.reconciliation;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Limits;
import java.util.UUID;

/// The question what the passes of a rule set would find in two files.
record NewYields(UUID leftFile, UUID rightFile, String rules) {
    NewYields {
        Checks.present("#/leftFile", leftFile);
        Checks.present("#/rightFile", rightFile);
        rules = Checks.text("#/rules", rules, Limits.RULES_CHARS_MAX);
    }
}
