package dev.recon.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A fee that no amount of the run could have is a fault of the rule set, not of the run.
class FeeBoundsTest {
    @Test
    void aFixedPartHasToFitTheUnitsOfTheRun() {
        assertThat(parse(2)).isInstanceOf(RuleSetYaml.Result.Valid.class);
        assertThat(parse(9)).isInstanceOf(RuleSetYaml.Result.Faulty.class);
        assertThat(parse(9).toString()).contains("an amount of at most 2305843009.213693951");
    }

    private static RuleSetYaml.Result parse(int decimals) {
        String side = "{fields: {reference: {column: a}, amount: {column: b}}}\n";
        return RuleSetYaml.parse(
                "version: 1\ndecimals: "
                        + decimals
                        + "\nleft: "
                        + side
                        + "right: "
                        + side
                        + "passes:\n  - {name: f, kind: fee, key: [reference],"
                        + " schedule: {fixed: 999999999999999}}\n");
    }
}
