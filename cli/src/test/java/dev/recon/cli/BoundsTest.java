package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run says when it would take too long.
class BoundsTest {
    private static final String SIDES =
            """
            version: 1
            decimals: 2
            left:
              fields: {amount: {column: amount}, reference: {column: name}}
            right:
              fields: {amount: {column: amount}, text: {column: name}}
            passes:
            """;

    @TempDir private Path folder;

    @Test
    void aSearchThatStoppedIsToldInTheTerminalTheSummaryAndTheReport() throws IOException {
        Path left = entries("left.csv", 160, 7_919_113, 160);
        Path right = entries("right.csv", 160, 6_700_417, 160);
        Path rules = rules("  - {name: sums, kind: sum, key: [], entries: 2, against: 3}\n");
        Path out = folder.resolve("out");

        var run = recon("match", left, right, "--rules", rules, "--out", out);

        String words = "320 entries not searched to the end, the first is left:1";
        assertThat(run.out()).contains(words);
        assertThat(out.resolve("summary.json"))
                .content()
                .containsPattern("\"stopped\": *\\{\\s*\"entries\": *320,\\s*\"side\": *\"left\"");
        assertThat(out.resolve("report.html")).content().contains("sums: " + words);
    }

    @Test
    void aPassWithTooManyPairsIsRefusedWithItsNameAndTheirCount() throws IOException {
        Path left = entries("left.csv", 20_000, 7_919_113, 20);
        Path right = entries("right.csv", 20_000, 6_700_417, 20);
        Path rules =
                rules(
                        """
                          - name: short
                            kind: reference
                            find: reference
                            in: text
                            key: []
                            length: {min: 1, max: 20}
                        """);

        var run = recon("match", left, right, "--rules", rules, "--out", folder.resolve("out"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("pass short")
                .contains("20000000 pairs")
                .contains("at most 14000000 pairs");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Path rules(String passes) throws IOException {
        return Files.writeString(folder.resolve("rules.yaml"), SIDES + passes);
    }

    /// @param step by how much one amount is larger than the one before, within a million
    /// @param names how many different names there are
    private Path entries(String file, int count, int step, int names) throws IOException {
        StringBuilder text = new StringBuilder("amount,name\n");
        long units = 1;
        for (int at = 0; at < count; at++) {
            units = (units * 48_271 + step) % 99_999_989;
            text.append(units / 100)
                    .append('.')
                    .append(units / 10 % 10)
                    .append(units % 10)
                    .append(",R")
                    .append(at % names)
                    .append('\n');
        }
        return Files.writeString(folder.resolve(file), text);
    }
}
