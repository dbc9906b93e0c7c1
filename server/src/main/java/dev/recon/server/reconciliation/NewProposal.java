package dev.recon.server.reconciliation;

import dev.recon.engine.read.Choices;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Side;
import dev.recon.server.file.GivenChoices;
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
        @Nullable GivenChoices leftChoices,
        @Nullable GivenChoices rightChoices,
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

    /// What is taken of the file of one side: as a run would, where rules are given; else what
    /// somebody chose.
    Choices choices(Side side) {
        GivenChoices given = side == Side.LEFT ? leftChoices : rightChoices;
        Choices chosen = given == null ? Choices.NONE : given.choices();
        if (rules == null) {
            return chosen;
        }
        return switch (RuleSetYaml.parse(rules)) {
            case RuleSetYaml.Result.Valid(RuleSet valid) -> valid.layout(side).choices();
            case RuleSetYaml.Result.Faulty _ -> chosen;
        };
    }
}
