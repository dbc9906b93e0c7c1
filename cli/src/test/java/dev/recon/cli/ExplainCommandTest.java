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

class ExplainCommandTest {
    @TempDir private Path folder;
    private Path left;
    private Path right;

    @BeforeEach
    void writeTwoFiles() throws IOException {
        List<String> other = new ArrayList<>(Ledger.lines());
        other.set(9, other.get(9).replace("A-10,", "A-1O,").replace(",10.50,", ",10.40,"));
        other.remove(19);
        left = Files.writeString(folder.resolve("left.csv"), Ledger.text(Ledger.lines()));
        right = Files.writeString(folder.resolve("right.csv"), Ledger.text(other));
    }

    @Test
    void anOpenEntryHasCandidatesAndTheConditionThatFailed() {
        var run = recon("explain", left, right, "left:10");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("left:10 is open\n  reference A-10, ")
                .contains("nearest of 199 entries on the right\n  1  right:10  ")
                .contains("reference differs in 1 of 3 characters (A-10 and A-1O)")
                .contains("smallest change of the rules\n  ");
    }

    @Test
    void whoTookACandidateIsTold() {
        var run = recon("explain", left, right, "left:20");

        assertThat(run.out()).containsPattern("taken by pass \\S+ for left:\\d+ in match:\\d+, ");
    }

    @Test
    void aMatchIsExplainedByItsNumberOrByAnEntry() {
        var byNumber = recon("explain", left, right, "match:1");
        var byEntry = recon("explain", left, right, "right:1");

        assertThat(byNumber.out())
                .startsWith("match:1 is matched by pass ")
                .contains("the same reference A-1", "evidence +");
        assertThat(byEntry.out()).isEqualTo(byNumber.out());
    }

    @Test
    void programsGetJson() {
        assertThat(recon("explain", left, right, "left:10", "--json").out())
                .contains("\"status\": \"open\"", "\"whyNot\": [", "\"reach\": ");
        assertThat(recon("explain", left, right, "match:1", "--json").out())
                .contains("\"conditions\": [", "\"holds\": true");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(recon("explain", left, right, "left:999").err())
                .contains("left:999", "a file with 200 lines");
        assertThat(recon("explain", left, right, "match:999").code()).isEqualTo(2);
        assertThat(recon("explain", left, right, "middle:1").code()).isEqualTo(2);
    }

    @Test
    void itHasHelpWithExamples() {
        assertThat(recon("explain", "--help").out())
                .contains("Examples", "  recon explain ledger.csv bank.csv left:123");
    }
}
