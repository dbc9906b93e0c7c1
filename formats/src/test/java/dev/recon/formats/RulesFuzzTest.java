package dev.recon.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.recon.engine.rules.RuleSetYaml;

/// What must hold of any text that is given as a rule set: all its faults are told with their
/// places, or it is one, and as text again it is the same one.
class RulesFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyRuleSet(FuzzedDataProvider given) {
        switch (RuleSetYaml.parse(given.consumeRemainingAsString())) {
            case RuleSetYaml.Result.Faulty(var faults) ->
                    assertThat(faults)
                            .isNotEmpty()
                            .allSatisfy(fault -> assertThat(fault.toString()).isNotBlank());
            case RuleSetYaml.Result.Valid(var rules) ->
                    assertThat(RuleSetYaml.parse(RuleSetYaml.write(rules)))
                            .isEqualTo(new RuleSetYaml.Result.Valid(rules));
        }
    }
}
