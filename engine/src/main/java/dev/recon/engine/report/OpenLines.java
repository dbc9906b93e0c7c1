package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import dev.recon.engine.match.Unsettled;
import dev.recon.engine.read.EncodedOutput;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/// Writes what a run leaves unsettled (see [Unsettled]), so that the next one can take it up:
/// `open-left.csv` and `open-right.csv`, with the header and the lines as their file has them, and
/// `open.csv`, which says where each of these lines was first delivered. About 2 µs a line.
public final class OpenLines {
    private static final byte[] HEAD = CsvBuffer.ascii("side,line,file,file_line,sha256,runs\n");

    private static final byte[] END = {'\n'};

    private OpenLines() {}

    /// Where an entry was first delivered.
    ///
    /// @param file the name of that file
    /// @param line the number of the data record in it
    /// @param sha256 of that file
    /// @param runs how many runs have left it unsettled
    public record Origin(String file, int line, String sha256, int runs) {}

    /// Knows the origin of every line of this run.
    @FunctionalInterface
    public interface Origins {
        Origin of(Side side, int line);
    }

    /// Writes the lines of one side, byte for byte in the encoding of the rule set.
    public static void write(Outcome outcome, Side side, OutputStream out) throws IOException {
        Charset encoding = outcome.rules().layout(side).dialect().encoding();
        Bytes file = outcome.file(side);
        EntryReader entries = outcome.entries(side);
        Lines lines = outcome.read(side).table().lines();
        Bitmap rows = Unsettled.rows(outcome.matching(), side);
        int head = Math.toIntExact(outcome.read(side).header().dataStart());
        EncodedOutput encoded = new EncodedOutput(out, encoding);
        writeLine(encoded, file.read(0, head));
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.get(row)) {
                writeLine(encoded, entries.record(lines, row));
            }
        }
        encoded.flush();
    }

    /// The last line of a file may lack its end.
    private static void writeLine(EncodedOutput out, byte[] utf8) throws IOException {
        out.write(utf8, utf8.length);
        if (utf8.length > 0 && utf8[utf8.length - 1] != '\n') {
            out.write(END, END.length);
        }
    }

    /// Writes `open.csv`: `line` is the number of the data record in `open-left.csv` or
    /// `open-right.csv`.
    public static void writeOrigins(Outcome outcome, Origins origins, OutputStream out)
            throws IOException {
        out.write(HEAD);
        CsvBuffer buffer = new CsvBuffer(1 << 10);
        for (Side side : Side.values()) {
            Bitmap rows = Unsettled.rows(outcome.matching(), side);
            int number = 0;
            for (int row = 0; row < rows.rows(); row++) {
                if (rows.get(row)) {
                    Origin origin = origins.of(side, outcome.read(side).table().lines().line(row));
                    buffer.clear();
                    buffer.text(side.word()).comma().number(++number).comma();
                    buffer.text(origin.file()).comma().number(origin.line()).comma();
                    buffer.text(origin.sha256()).comma().number(origin.runs()).endLine();
                    buffer.writeTo(out);
                }
            }
        }
    }
}
