package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people decided, replayed from a file.
class DecisionsTest {
    @TempDir private Path folder;
    private Path left;
    private Path right;
    private Path out;

    @BeforeEach
    void writeTwoFiles() throws IOException {
        List<String> other = new ArrayList<>(Ledger.lines());
        other.set(6, other.get(6).replace("EUR", "USD"));
        other.set(7, "X,2026-01-01,EUR,abc,x");
        left = Files.writeString(folder.resolve("left.csv"), Ledger.text(Ledger.lines()));
        right = Files.writeString(folder.resolve("right.csv"), Ledger.text(other));
        out = folder.resolve("out");
    }

    @Test
    void whatWasDecidedBindsBeforeEveryPass() throws IOException {
        Path decided =
                decisions(
                        """
                        decision,left,right,note
                        match-by-hand,1 2,3,"paid, at once"

                        reject,10,10
                        unmatch,11 12,11 12,
                        accept,20,20,
                        """);

        var run = recon("match", left, right, "--out", out, "--decisions", decided);

        assertThat(run.err()).isEmpty();
        assertThat(Files.readAllLines(out.resolve("matches.csv")))
                .contains("1,left,1,matched,by hand,1,1.50", "1,left,2,matched,by hand,1,2.50")
                .contains("1,right,3,matched,by hand,1,3.50")
                .noneMatch(line -> line.matches("\\d+,(left|right),(3|1[012]),[^b]*"))
                .anyMatch(line -> line.matches("\\d+,right,20,matched,by hand,.*"));
        assertThat(out.resolve("summary.json")).content().contains("\"decisions.csv\": {");
    }

    @Test
    void entriesOfOneSideThatWereTakenApartCancelNoMore() throws IOException {
        Path rules =
                Files.writeString(
                        folder.resolve("rules.yaml"),
                        """
                        version: 1
                        decimals: 2
                        left: {fields: {reference: {column: ref}, amount: {column: amount}}}
                        right: {fields: {reference: {column: ref}, amount: {column: amount}}}
                        passes:
                          - {name: back, kind: contra, key: [reference]}
                        """);
        Path back = Files.writeString(folder.resolve("back.csv"), "ref,amount\nA,1.00\nA,-1.00\n");
        Path none = Files.writeString(folder.resolve("none.csv"), "ref,amount\nB,1.00\n");
        Path decided = decisions("decision,left,right\nreject,1 2,\n");

        recon("match", back, none, "--rules", rules, "--out", out);
        assertThat(Files.readAllLines(out.resolve("matches.csv"))).hasSize(3);
        recon("match", back, none, "--rules", rules, "--out", out, "--decisions", decided);
        assertThat(Files.readAllLines(out.resolve("matches.csv"))).hasSize(1);
    }

    @Test
    void everyFaultOfTheFileIsToldWithItsPlace() throws IOException {
        Path decided =
                decisions(
                        """
                        decision,left,right
                        match,1,2
                        reject,1,
                        accept,5,
                        accept,5 x,6 6
                        reject
                        """);

        var run = recon("match", left, right, "--out", out, "--decisions", decided);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("decisions.csv has 6 faults", "decisions.csv:2:1\n", "found     'match'")
                .contains("decisions.csv:3:8\n", "fewer than two lines")
                .contains("decisions.csv:4:8\n", "fewer than two lines")
                .contains("decisions.csv:5:10\n", "'x'", "decisions.csv:5:14\n", "line 6 again")
                .contains("decisions.csv:6:1\n", "1 cells");
        assertThat(out).doesNotExist();
    }

    @Test
    void decisionsThatTheFilesCannotKeepAreToldToo() throws IOException {
        Path decided =
                decisions(
                        """
                        decision,left,right
                        accept,1,1
                        accept,2 1,2
                        reject,3,8
                        reject,201,3
                        accept,7,7
                        """);

        var run = recon("match", left, right, "--out", out, "--decisions", decided);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("decisions.csv has 4 faults")
                .contains("decisions.csv:3:10\n", "left line 1, which line 2 matches by hand")
                .contains("decisions.csv:4:10\n", "right line 8, which is rejected")
                .contains("decisions.csv:5:8\n", "left line 201, which is not there")
                .contains("decisions.csv:6:1\n", "entries of several currencies");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileWithoutTheHeaderIsRefused() throws IOException {
        Path decided = decisions("match-by-hand,1,2\n");

        var run = recon("match", left, right, "--out", out, "--decisions", decided);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("decisions.csv:1:1", "the header decision,left,right");
        assertThat(recon("match", left, right, "--decisions", folder.resolve("no.csv")).err())
                .contains("no.csv");
    }

    private Path decisions(String text) throws IOException {
        return Files.writeString(folder.resolve("decisions.csv"), text);
    }
}
