package dev.recon.engine.rules;

/// Rule sets as tests write them down.
public final class TestRules {
    private TestRules() {}

    /// The rule set of a text that has no fault.
    public static RuleSet of(String yaml) {
        return switch (RuleSetYaml.parse(yaml)) {
            case RuleSetYaml.Result.Valid(var rules) -> rules;
            case RuleSetYaml.Result.Faulty(var faults) ->
                    throw new AssertionError(faults.toString());
        };
    }
}
