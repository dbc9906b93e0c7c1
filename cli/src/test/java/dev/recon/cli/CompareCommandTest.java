package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir private Path folder;
    private Path left;
    private Path right;
    private Path rules;
    private Path strict;

    @BeforeEach
    void writeTwoFilesAndTwoRuleSets() throws IOException {
        List<String> other = new ArrayList<>(Ledger.lines());
        other.set(9, other.get(9).replace(",10.50,", ",10.49,"));
        left = Files.writeString(folder.resolve("left.csv"), Ledger.text(Ledger.lines()));
        right = Files.writeString(folder.resolve("right.csv"), Ledger.text(other));
        rules = folder.resolve("rules.yaml");
        recon("match", left, right, "--out", folder.resolve("out"), "--save-rules", rules);
        String text = Files.readString(rules);
        int second = text.indexOf("  - name:", text.indexOf("  - name:") + 1);
        int end = text.indexOf("\ncompare:");
        strict =
                Files.writeString(
                        folder.resolve("strict.yaml"),
                        text.substring(0, second) + (end < 0 ? "" : text.substring(end + 1)));
    }

    @Test
    void theSameRulesGiveTheSameResult() {
        var run = recon("compare", rules, "-", left, right);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("the same result for all 400 lines\n");
    }

    @Test
    void whatChangesIsToldInLinesAndValues() {
        var run = recon("compare", strict, rules, left, right);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("2 of 400 lines change (0.5 %)\n")
                .containsPattern(
                        "newly-matched +1 left +1 right +open EUR 20.99 -> matched EUR 20.99\n")
                .containsPattern("pass +newly-matched +2 +no pass +-> reference-other-amount")
                .containsPattern("missing-on-left +-> amount-differs +EUR 10.49\n")
                .containsPattern(
                        "left:10 +EUR 10.50 +open, missing-on-right +-> matched with"
                                + " right:10 by reference-other-amount, amount-differs\n");
        assertThat(recon("compare", rules, strict, left, right).out())
                .containsPattern("newly-broken +1 left +1 right");
    }

    @Test
    void changesAreWritten() throws IOException {
        Path out = folder.resolve("changes");

        assertThat(recon("compare", strict, "-", left, right, "--out", out).code()).isEqualTo(1);
        assertThat(recon("compare", strict, "-", left, right, "--out", out).out())
                .contains("files  " + out);

        assertThat(Files.readAllLines(out.resolve("changes.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("newly-matched,left,10,EUR,10.50,10.50,open,"));
        assertThat(out.resolve("comparison.json"))
                .content()
                .contains("\"changed\": 2,", "\"rulesBefore\": {", "\"newly-matched\": {");
        assertThat(recon("match", left, right, "--out", out).code()).isEqualTo(2);
    }

    @Test
    void rulesThatSplitAFileDifferentlyAreRefused() throws IOException {
        Path skipping =
                Files.writeString(
                        folder.resolve("skip.yaml"),
                        Files.readString(rules).replaceFirst("skip: 0", "skip: 1"));

        var run = recon("compare", rules, skipping, left, right);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("skip.yaml (/left)", "skip 1", "skip 0", "mend");
    }

    @Test
    void theFileOfAnArchiveIsChosen() throws IOException {
        Path archive = folder.resolve("ledger.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("may.csv", "june.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(left));
            }
        }

        assertThat(recon("compare", "-", "-", archive, right).out()).contains("all 600 lines");
        assertThat(recon("compare", "-", "-", archive, right, "--member", "left=june.csv").out())
                .contains("all 400 lines");
    }

    @Test
    void wrongInputIsTold() {
        assertThat(recon("compare", rules, left, right).code()).isEqualTo(2);
        assertThat(recon("compare", rules, folder.resolve("no.yaml"), left, right).err())
                .contains("no.yaml");
        assertThat(recon("compare", rules, "-", left, right, "--threads", 0).err())
                .contains("--threads is 0");
    }
}
