package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Payouts in dollars against orders in euros, at the terminal.
class FxTest {
    private static final String RULES =
            """
            version: 1
            decimals: 2
            left:
              fields:
                reference: {column: order}
                amount: {column: amount}
                currency: {constant: EUR}
                date: {column: day, format: yyyy-MM-dd}
            right:
              fields:
                reference: {column: order}
                amount: {column: paid}
                currency: {column: currency}
                date: {column: day, format: yyyy-MM-dd}
            rates:
              into: left
              age: 4
              pairs: {USD/EUR: {2026-03-02: "0.9231"}}
            passes:
              - {name: fx, kind: fx, key: [reference], amount: 0.50}
            """;

    @TempDir private Path folder;
    private Path left;
    private Path right;
    private Path rules;
    private Path out;

    @BeforeEach
    void writeTwoFiles() throws IOException {
        left = file("left.csv", "order,amount,day\nA1,92.00,2026-03-02\nA2,10.00,2026-03-02\n");
        right =
                file(
                        "right.csv",
                        """
                        order,paid,currency,day
                        A1,100.00,USD,2026-03-03
                        A2,10.83,USD,2026-03-20
                        """);
        rules = file("rules.yaml", RULES);
        out = folder.resolve("out");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theProofHasALineForWhatIsConverted() throws IOException {
        var run = recon("match", left, right, "--rules", rules, "--out", out);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("the proof holds")
                .contains("+ converted")
                .containsPattern("EUR +102.00 +0.00 +-0.31 +92.31 +10.00 +0.00")
                .containsPattern("USD +0.00 +110.83 +0.00 +-100.00 +0.00 +10.83");
        assertThat(out.resolve("breaks.csv"))
                .content()
                .contains("amount-differs,left,1,1,-0.31,EUR,")
                .contains("USD 100.00 are EUR 92.31 by the rate 0.9231 of USD/EUR of 2026-03-02")
                .contains("18 days old, and rates hold for 4");
        assertThat(out.resolve("report.html")).content().contains(">Converted</th>");
        assertThat(out.resolve("summary.json"))
                .content()
                .contains("\"converted\": {\"currency\": \"EUR\", \"value\": \"92.31\"}");
    }

    @Test
    void theExplanationNamesRateDateAndConvertedAmount() {
        var run = recon("explain", left, right, "left:1", "--rules", rules);

        assertThat(run.out())
                .contains("USD 100.00 are EUR 92.31 by the rate 0.9231 of USD/EUR of 2026-03-02")
                .contains("0.31 apart, allowed are 0.50");
    }

    @Test
    void aMatchByHandOfTwoCurrenciesNeedsARate() throws IOException {
        Path good = file("good.csv", "decision,left,right\nmatch-by-hand,2,1\n");
        var run = recon("match", left, right, "--rules", rules, "--out", out, "--decisions", good);
        assertThat(run.out()).contains("by hand").contains("the proof holds");

        Path bad = file("bad.csv", "decision,left,right\nmatch-by-hand,2,2\n");
        run = recon("match", left, right, "--rules", rules, "--out", out, "--decisions", bad);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("bad.csv:2")
                .contains("entries of several currencies")
                .contains("rates by which they can be counted");
    }

    @Test
    void whatBecomesTooLargeIsAnErrorWithItsLine() throws IOException {
        file("rules.yaml", RULES.replace("0.9231", "999999999"));
        file("right.csv", "order,paid,currency,day\nA1,99999999999.00,USD,2026-03-03\n");

        var run = recon("match", left, right, "--rules", rules, "--out", out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("pass fx")
                .contains("right line 1 with USD 99999999999.00")
                .contains("Correct the rate or the line");
    }

    @Test
    void withoutRulesNoRateIsInvented() throws IOException {
        Path inferred = folder.resolve("inferred.yaml");
        recon("match", left, right, "--out", out, "--save-rules", inferred);
        assertThat(inferred).content().doesNotContain("rates:").doesNotContain("kind: fx");
    }
}
