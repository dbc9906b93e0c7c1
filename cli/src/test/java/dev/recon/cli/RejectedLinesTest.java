package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Single lines that cannot be read: the run goes on, the line is told with its place, its partner
/// is a break, and nothing is lost.
class RejectedLinesTest {
    private static final int WRONG = 51;

    @TempDir private Path folder;
    private Path good;

    @BeforeEach
    void writeAGoodFile() throws IOException {
        good = Files.writeString(folder.resolve("good.csv"), Ledger.text(Ledger.lines()));
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneLine() throws IOException {
        Path bad = withLine("A-51,2026-01-24,EUR,51.50,\"Name 51");

        costsOneLine(bad, "bad.csv:52, column name: found a quote that is never closed");
    }

    @Test
    void textBehindAClosingQuoteCostsOneLine() throws IOException {
        Path bad = withLine("A-51,2026-01-24,EUR,51.50,\"Name\" 51");

        costsOneLine(bad, "bad.csv:52, column name: found text behind a closing quote");
    }

    @Test
    void aFieldOfTenMegabytesCostsOneLine() throws IOException {
        Path bad = withLine("A-51,2026-01-24,EUR,51.50," + "x".repeat(10 << 20));

        costsOneLine(bad, "bad.csv:52, column name: found a cell of more than 1048576 bytes");
    }

    @Test
    void aLineInAnotherEncodingCostsOneLine() throws IOException {
        List<String> lines = new ArrayList<>(Ledger.lines());
        lines.replaceAll(line -> line.replace("Name 1", "Näme 1"));
        Path bad = folder.resolve("bad.csv");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((Ledger.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        for (int number = 1; number <= lines.size(); number++) {
            boolean wrong = number == WRONG;
            String line = wrong ? "A-51,2026-01-24,EUR,51.50,Müller" : lines.get(number - 1);
            var encoding = wrong ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            bytes.writeBytes((line + "\n").getBytes(encoding));
        }
        Files.write(bad, bytes.toByteArray());

        costsOneLine(bad, "bad.csv:52, column name: found byte 0xFC");
    }

    @Test
    void wrongCellsCostTheirLines() throws IOException {
        costsOneLine(withLine("A-51,2026-01-24,EUR,51.50"), "bad.csv:52: found 4 cells");
        costsOneLine(withLine("A-51,2026-01-24,EUR,abc,x"), "bad.csv:52, column amount: found");
        costsOneLine(withLine("A-51,2026-13-45,EUR,51.50,x"), "bad.csv:52, column date: found");
    }

    private Path withLine(String line) throws IOException {
        List<String> lines = new ArrayList<>(Ledger.lines());
        lines.set(WRONG - 1, line);
        return Files.writeString(folder.resolve("bad.csv"), Ledger.text(lines));
    }

    private void costsOneLine(Path bad, String told) throws IOException {
        Path out = folder.resolve("out");

        var run = recon("match", good, bad, "--out", out);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern(told.replaceFirst(": found", " +found"))
                .contains("matched 199 of 200 left and 199 of 199 right entries")
                .contains("the proof holds");
        assertThat(out.resolve("breaks.csv")).content().contains("missing-on-right,left,51,");
        assertThat(out.resolve("summary.json")).content().contains("\"rejected\"");
    }
}
