package dev.recon.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.rules.RuleSetYaml.Result;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetYamlTest {
    private static final int ROUND_TRIPS = Seeds.share(150);

    static Stream<RuleExamples.Change> changes() {
        return RuleExamples.changes();
    }

    static List<String> documented() {
        return RuleExamples.documented();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyFaultSaysWhereWhatAndHowToMendIt(RuleExamples.Change change) {
        assertThat(messages(change.yaml())).isEqualTo(change.messages()).isNotEmpty();
    }

    @Test
    void allFaultsAreListedAtOnceInTheOrderOfTheText() {
        String yaml =
                RuleExamples.COMPLETE
                        .replace("decimals: 2", "decimals: 20")
                        .replace("header: true", "header: 1")
                        .replace("format: yyyy-MM-dd", "format: y-M-d")
                        .replace("kind: exact", "kind: exacting")
                        .replace("similar: [reference]", "similar: [refrence]")
                        .replace("party: {}", "parti: {}");
        assertThat(faults(yaml))
                .extracting(RuleFault::path)
                .containsExactly(
                        "/decimals",
                        "/left/header",
                        "/left/fields/date/format",
                        "/passes/0/kind",
                        "/passes/2/similar/0",
                        "/compare/parti");
    }

    @Test
    void aDateIsComparedWithADateAlone() {
        String dated = "account:   {column: account, format: dd/MM/yyyy}";
        String yaml = RuleExamples.COMPLETE.replaceFirst("account: +\\{column: account}", dated);
        assertThat(yaml).contains(dated);
        assertThat(messages(yaml))
                .singleElement()
                .asString()
                .contains(
                        "\"account\", which only the left reads as a date",
                        "a format on both sides, or on none");
    }

    @Test
    void aDateIsNoText() {
        String yaml =
                RuleExamples.COMPLETE
                        .replaceAll(
                                "account: +\\{column: (\\w+)}",
                                "account: {column: $1, format: yyyyMMdd}")
                        .replace("similar: [reference]", "similar: [account]");
        assertThat(messages(yaml))
                .anyMatch(each -> each.contains("\"account\", which is not text"));
    }

    @Test
    void writingAndReadingGivesTheSameRuleSetAndTheSameBytes() {
        for (int seed = 0; seed < ROUND_TRIPS; seed++) {
            RuleSet rules = new RandomRules(new Random(seed)).next();
            String yaml = RuleSetYaml.write(rules);
            assertThat(RuleSetYaml.parse(yaml)).as(yaml).isEqualTo(new Result.Valid(rules));
            assertThat(RuleSetYaml.write(valid(yaml))).isEqualTo(yaml);
        }
    }

    @Test
    void whatIsWrittenIsReadable() {
        assertThat(RuleSetYaml.write(valid(RuleExamples.COMPLETE)))
                .isEqualTo(RuleExamples.resource("written.yaml"));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void theExamplesOfTheReferencePageAreValid(String example) {
        assertThat(messages(example)).isEmpty();
    }

    @Test
    void theReferencePageHasExamples() {
        assertThat(RuleExamples.documented()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aSideThatCannotBeReadIsNotBlamedInEveryPass() {
        String yaml = RuleExamples.COMPLETE.replace("right:\n", "rihgt:\n");
        assertThat(faults(yaml)).extracting(RuleFault::path).containsExactly("/right", "/rihgt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing but a comment",
                "version: [1",
                "version: 1\n\tdecimals: 2",
                "- 1\n- 2",
                "just words",
                "version: &one 1\ndecimals: *one",
                "a: &a [1]\nb: &b [*a, *a]",
                "version: 1\n---\nversion: 1",
                "version: !!java.lang.String 1",
                "{{{{{{{{{{{{{{{{{{{{{{{{}}}}}}}}}}}}}}}}}}}}}}}}",
                "? [a, b]\n: 1",
                "version: \u0000"
            })
    void textThatIsNoRuleSetGivesAFaultAndNothingElse(String text) {
        assertThat(faults(text)).isNotEmpty();
    }

    @Test
    void anAliasIsRefusedWhereItStands() {
        assertThat(messages("version: &one 1\ndecimals: *one"))
                .containsExactly(
                        "line 2, column 11: found the alias *one; expected the value itself:"
                                + " aliases are not read");
    }

    @Test
    void aTextBeyondTheLimitsIsRefusedBeforeItIsBuilt() {
        assertThat(messages("#".repeat(1_000_001))).hasSize(1);
        assertThat(messages("[".repeat(50_000)))
                .containsExactly(
                        "line 1, column 21: found a text too large or too deep; expected at most"
                                + " 20 levels");
        assertThat(messages("a: [" + "1,".repeat(200_000) + "1]")).hasSize(1);
    }

    @Test
    void noMoreThanAHundredFaultsAreListed() {
        StringBuilder yaml = new StringBuilder();
        for (int key = 0; key < 500; key++) {
            yaml.append("key").append(key).append(": 1\n");
        }
        assertThat(faults(yaml.toString())).hasSize(100);
    }

    private static RuleSet valid(String yaml) {
        return switch (RuleSetYaml.parse(yaml)) {
            case Result.Valid(RuleSet rules) -> rules;
            case Result.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static List<RuleFault> faults(String yaml) {
        return switch (RuleSetYaml.parse(yaml)) {
            case Result.Valid _ -> List.of();
            case Result.Faulty(var faults) -> faults;
        };
    }

    private static List<String> messages(String yaml) {
        return faults(yaml).stream().map(RuleFault::message).toList();
    }
}
