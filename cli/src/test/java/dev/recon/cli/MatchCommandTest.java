package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchCommandTest {
    @TempDir private Path folder;
    private Path left;
    private Path right;
    private Path out;

    @BeforeEach
    void writeTwoFiles() throws IOException {
        List<String> other = new ArrayList<>(Ledger.lines());
        other.set(9, other.get(9).replace(",10.50,", ",10.49,"));
        other.remove(19);
        left = Files.writeString(folder.resolve("left.csv"), Ledger.text(Ledger.lines()));
        right = Files.writeString(folder.resolve("right.csv"), Ledger.text(other));
        out = folder.resolve("out");
    }

    @Test
    void equalFilesAreReconciled() {
        var run = recon("match", left, left, "--out", out);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "matched 200 of 200 left and 200 of 200 right entries (100.0 %), 0 breaks");
    }

    @Test
    void whatNoFieldReadsIsTold() throws IOException {
        Path one =
                Files.writeString(folder.resolve("1.csv"), "ref,amount,note\nR100,5,x\nR200,7,y\n");
        Path two = Files.writeString(folder.resolve("2.csv"), "ref,amount\nR100,5\nR200,7\n");

        assertThat(recon("match", one, two, "--out", out).out())
                .contains("unread left  compared with nothing: note\n");
    }

    @Test
    void breaksAreToldAndWritten() throws IOException {
        var run = recon("match", left, right, "--out", out);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("matched 199 of 200 left and 199 of 199 right entries (99.7 %), 2 breaks")
                .containsPattern("amount-differs +1 +EUR 0.01\n")
                .containsPattern("missing-on-right +1 +EUR 20.50\n")
                .contains("files  " + out);
        assertThat(names(out))
                .containsExactlyInAnyOrder(
                        "matches.csv",
                        "breaks.csv",
                        "summary.json",
                        "report.html",
                        "open.csv",
                        "open-left.csv",
                        "open-right.csv");
        assertThat(Files.readAllLines(out.resolve("breaks.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("1,amount-differs,left,10,10,0.01,EUR,"))
                .anyMatch(line -> line.startsWith("2,missing-on-right,left,20,,20.50,EUR,"));
        assertThat(Files.readAllLines(out.resolve("matches.csv"))).hasSize(1 + 2 * 199);
    }

    @Test
    void savedRulesGiveTheSameBytes() throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Path again = folder.resolve("again");
        assertThat(recon("match", left, right, "--out", out, "--save-rules", rules).code())
                .isEqualTo(1);

        assertThat(recon("rules", "check", rules).code()).isZero();
        assertThat(recon("match", left, right, "--out", again, "--rules", rules).code())
                .isEqualTo(1);

        for (String name : List.of("matches.csv", "breaks.csv")) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(out.resolve(name));
        }
    }

    @Test
    void oneThreadGivesTheSameBytesAsEight() {
        Path eight = folder.resolve("eight");

        recon("match", left, right, "--out", out, "--threads", 1);
        recon("match", left, right, "--out", eight, "--threads", 8);

        for (String name : List.of("matches.csv", "breaks.csv")) {
            assertThat(eight.resolve(name)).hasSameBinaryContentAs(out.resolve(name));
        }
    }

    @Test
    void gzipAndUtf16AreReadAsTheyAre() throws IOException {
        Path packed = folder.resolve("left.csv.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(left, gzip);
        }
        Path wide = folder.resolve("wide.csv");
        Files.write(wide, Files.readString(left).getBytes(StandardCharsets.UTF_16));

        assertThat(recon("match", packed, wide, "--out", out).code()).isZero();
    }

    @Test
    void anEarlierResultIsReplaced() throws IOException {
        recon("match", left, right, "--out", out);
        String before = Files.readString(out.resolve("breaks.csv"));

        assertThat(recon("match", left, left, "--out", out).code()).isZero();

        assertThat(out.resolve("breaks.csv")).content().isNotEqualTo(before);
        assertThat(names(folder)).containsExactlyInAnyOrder("left.csv", "right.csv", "out");
    }

    @Test
    void aFailingRunLeavesTheEarlierResult() throws IOException {
        recon("match", left, right, "--out", out);
        String before = Files.readString(out.resolve("breaks.csv"));

        assertThat(recon("match", left, folder.resolve("none.csv"), "--out", out).code())
                .isEqualTo(2);

        assertThat(out.resolve("breaks.csv")).hasContent(before);
    }

    @Test
    void aFolderWithOtherFilesIsNotTouched() throws IOException {
        Files.createDirectory(out);
        Path mine = Files.writeString(out.resolve("mine.txt"), "mine");

        var run = recon("match", left, right, "--out", out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("other files in it (mine.txt)");
        assertThat(names(out)).containsExactly("mine.txt");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aFileIsNotTakenForAFolder() {
        assertThat(recon("match", left, right, "--out", left).code()).isEqualTo(2);
        assertThat(left).content().startsWith(Ledger.HEADER);
        assertThat(recon("match", left, right, "--out", left.resolve("out")).code()).isEqualTo(2);
    }

    @Test
    void savedRulesNeverOverwriteAFile() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "mine");

        var run = recon("match", left, right, "--out", out, "--save-rules", rules);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("a file that is already there");
        assertThat(rules).hasContent("mine");
        assertThat(out).doesNotExist();
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (List<String> command :
                List.of(
                        List.of("match"),
                        List.of("explain"),
                        List.of("compare"),
                        List.of("inspect"),
                        List.of("rules"),
                        List.of("rules", "check"),
                        List.of("rules", "schema"))) {
            var words = new ArrayList<Object>(command);
            words.add("--help");
            var run = recon(words.toArray());

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("Example", "  recon " + String.join(" ", command));
        }
    }

    @Test
    void filesAreInspected() {
        var run = recon("inspect", left);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("200 lines, split by comma, UTF-8, with a header")
                .containsPattern("amount +amount, decimal point +100 %");
    }

    @Test
    void ofTwoFilesTheProposalIsShownAndWhatEachPassWouldMatch() {
        var run = recon("inspect", left, right);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("200 lines, split by comma", "199 lines, split by comma")
                .containsPattern("map +reference +\\S+ +=")
                .containsPattern("yield +reference-and-amount +198 +99.2 %\n")
                .containsPattern("reference-other-amount +1 +0.5 %\n")
                .containsPattern("no pass +0.2 % +of the entries stay open");
        assertThat(out).doesNotExist();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
