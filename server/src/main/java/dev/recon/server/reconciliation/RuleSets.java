package dev.recon.server.reconciliation;

import dev.recon.engine.rules.RuleFault;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemError;
import dev.recon.server.platform.ProblemKind;
import java.util.List;

/// Rule sets as text, and what may be wrong with them.
public final class RuleSets {
    private RuleSets() {}

    /// The rule set of a text that somebody sent.
    public static RuleSet parse(String rules) {
        return switch (RuleSetYaml.parse(rules)) {
            case RuleSetYaml.Result.Valid(RuleSet valid) -> valid;
            case RuleSetYaml.Result.Faulty(List<RuleFault> faults) -> throw invalid(faults);
        };
    }

    private static Problem invalid(List<RuleFault> faults) {
        String more = faults.size() == 1 ? "" : " And " + (faults.size() - 1) + " more.";
        return Problem.of(
                ProblemKind.RULE_SET_INVALID,
                faults.getFirst().message() + "." + more,
                faults.stream().map(RuleSets::toError).toList());
    }

    private static ProblemError toError(RuleFault fault) {
        return new ProblemError(
                "#" + fault.path(),
                "found " + fault.found() + "; expected " + fault.expected(),
                (long) fault.line(),
                (long) fault.column());
    }
}
