package dev.recon.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.Seeds;
import dev.recon.engine.read.Derived;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Nobody can make a run go on for ever, or fill its memory, by what a rule set says.
class HostileTransformTest {
    private static final String LONG = "a".repeat(4_096);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void patternsThatBacktrackForEverElsewhereAreLinear() {
        for (String regex : List.of("(a+)+$", "(?:a|aa)+$", "(?:a*)*b", "(a|a?)+b", "(.*a){20}b")) {
            Extraction extraction = Extraction.of(regex.replace("(a|", "(?:a|"));
            Assertions.assertTimeoutPreemptively(
                    SOON, () -> assertThat(extraction.find(LONG + "!")).isEmpty());
        }
    }

    @Test
    void patternsThatWouldBecomeLargeAreRefusedBeforeTheyAreCompiled() {
        for (String regex :
                List.of(
                        "((a{1000}){1000}){1000}",
                        "(((((a{90}){90}){90}){90}){90}){90}",
                        "a{2,99999999999999999999}",
                        "[)](a{999}[(]){999}",
                        "x".repeat(501),
                        "(?:" + "a|".repeat(200) + "b){100}",
                        "\\pL{1001}")) {
            Assertions.assertTimeoutPreemptively(
                    SOON,
                    () ->
                            assertThatThrownBy(() -> Extraction.of(regex))
                                    .isInstanceOf(IllegalArgumentException.class));
        }
    }

    @Test
    void theLargestPatternTakesItsStepsForEachCharacterAndNoMore() {
        Extraction largest = Extraction.of("(?:a?){160}b".replace("160", "330"));
        Assertions.assertTimeoutPreemptively(SOON, () -> assertThat(largest.find(LONG)).isEmpty());
    }

    @Test
    void deepLongAndLoopingExpressionsAreRefused() {
        for (String text :
                List.of(
                        "(".repeat(400) + "\"a\"" + ")".repeat(400),
                        "!".repeat(900) + "true",
                        "[".repeat(900),
                        "-".repeat(999),
                        "\"" + "a".repeat(1_000) + "\"",
                        "row.A + ".repeat(124) + "row.A + row.A",
                        "[1, 2].map(x, x)",
                        "[row.A].all(x, x == \"\") ? \"a\" : \"b\"",
                        "[1].exists(x, true)",
                        "{row.A: row.B}[row.A]",
                        "row[row.A]",
                        "row.A.matches(row.B) ? row.A : row.B",
                        "row.A.extract(row.B)",
                        "string(row)",
                        "cel.bind(x, row.A, x + x)",
                        "google.protobuf.Any{}",
                        "row.A.matches(\"((a{99}){99}){99}\") ? \"\" : \"a\"")) {
            Assertions.assertTimeoutPreemptively(
                    SOON,
                    () ->
                            assertThat(compile(text))
                                    .as(text)
                                    .isInstanceOf(ExpressionCompiler.Result.Faulty.class));
        }
    }

    @Test
    void whatGrowsHasALimit() {
        String doubling = "row.A" + ".replace(\"a\", row.A)".repeat(6);
        assertThat(expression(doubling).of(List.of(LONG))).isInstanceOf(Derived.Rejected.class);
        String sum = "row.A" + " + row.A".repeat(28);
        assertThat(expression(sum).of(List.of(LONG))).isInstanceOf(Derived.Rejected.class);
        assertThat(expression("row.A").of(List.of(LONG + "a")))
                .isEqualTo(
                        new Derived.Rejected(
                                0,
                                "a cell of 4097 characters",
                                "at most 4096 where a transform reads it"));
    }

    @Test
    void amountsKeepTheirBounds() {
        String power = "row.A.amount()" + " * row.A.amount()".repeat(30);
        var compiled = new ExpressionCompiler(Map.of()).compile(power, ResultType.AMOUNT);
        Expression expression = ((ExpressionCompiler.Result.Compiled) compiled).expression();
        assertThat(expression.of(List.of("99999.99")))
                .isEqualTo(new Derived.Rejected(0, "'99999.99'", "an amount of at most 40 digits"));
    }

    @Test
    void whateverStandsThereIsAnExpressionOrHasFaultsWithAPlace() {
        String letters = "row[\"A\"].amount()+-*<>=!?:&|\\'{},ab10 \n\té\u0000extractmatches";
        for (int seed = 0; seed < Seeds.share(1_000); seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length >= 0; length--) {
                int at = random.nextInt(letters.length());
                int end = Math.min(letters.length(), at + 1 + random.nextInt(9));
                text.append(letters, at, random.nextBoolean() ? at + 1 : end);
            }
            switch (compile(text.toString())) {
                case ExpressionCompiler.Result.Compiled(Expression made) ->
                        made.of(made.columns().stream().map(_ -> "1").toList());
                case ExpressionCompiler.Result.Faulty(var faults) ->
                        assertThat(faults)
                                .isNotEmpty()
                                .allSatisfy(fault -> assertThat(fault.column()).isPositive());
            }
        }
    }

    private static ExpressionCompiler.Result compile(String text) {
        return new ExpressionCompiler(Map.of()).compile(text, ResultType.TEXT);
    }

    private static Expression expression(String text) {
        return ((ExpressionCompiler.Result.Compiled) compile(text)).expression();
    }
}
