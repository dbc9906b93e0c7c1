package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rejected lines leave a run in the form of their file, are mended, and come back as those lines.
class MendCommandTest {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    @TempDir private Path folder;

    @Test
    void mendedLinesAreMatchedAndNothingCountsTwice() throws IOException {
        String good = Ledger.text(Ledger.lines());
        Path ledger = Files.writeString(folder.resolve("ledger.csv"), good);
        Path whole = Files.writeString(folder.resolve("whole.csv"), good.replace("Name", "Grün"));
        Path bank = folder.resolve("bank.csv");
        List<String> lines = Files.readAllLines(whole);
        String bad = lines.get(7).replaceAll("\\d+\\.\\d\\d", "viel");
        String broken = lines.get(9) + ",\"";
        String text =
                lines.stream()
                        .map(line -> line.equals(lines.get(7)) ? bad : line)
                        .map(line -> line.equals(lines.get(9)) ? broken : line)
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
        Files.writeString(bank, text, WESTERN);
        Path out = folder.resolve("out");
        assertThat(recon("match", ledger, bank, "--out", out).code()).isEqualTo(1);
        Path rejected = out.resolve("rejected-right.csv");
        assertThat(Files.readString(rejected, WESTERN))
                .startsWith("recon_reason," + lines.getFirst())
                .contains("," + bad + "\r\n");
        Path mended = folder.resolve("mended.csv");
        Files.writeString(
                mended,
                Files.readString(rejected, WESTERN)
                        .replace(bad, lines.get(7))
                        .replace(broken, lines.get(9)),
                WESTERN);

        Path done = folder.resolve("bank-mended.csv");
        CommandLineRun run = recon("mend", bank, mended, "-o", done);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains((lines.size() - 1) + " lines, 2 of them mended, 0 added");
        String expected = text.replace(bad, lines.get(7)).replace(broken, lines.get(9));
        assertThat(Files.readAllBytes(done)).isEqualTo(expected.getBytes(WESTERN));
        CommandLineRun again = recon("match", ledger, done, "--out", out);
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(rejected).doesNotExist();
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "id,amount\na,1.00\nb,2.00\n");
        Path out = folder.resolve("out.csv");

        CommandLineRun run = recon("mend", one, one, "-o", out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("expected  the columns recon_reason, id, amount");
        assertThat(out).doesNotExist();
    }
}
