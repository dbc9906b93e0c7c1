package dev.recon.server.reconciliation;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Limits;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A proposal that somebody wants to correct.
record NewProposal(
        UUID leftFile,
        UUID rightFile,
        @Nullable Map<String, String> answers,
        @Nullable String rules) {
    NewProposal {
        Checks.present("#/leftFile", leftFile);
        Checks.present("#/rightFile", rightFile);
        if (rules != null) {
            Checks.optionalText("#/rules", rules, Limits.RULES_CHARS_MAX);
        }
    }

    ProposalService.Wish wish() {
        return new ProposalService.Wish(
                answers == null ? Map.of() : Map.copyOf(answers), Optional.ofNullable(rules));
    }
}
