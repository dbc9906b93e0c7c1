package dev.recon.engine.mend;

import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.read.Records;
import dev.recon.engine.table.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;

/// A delivered file with mended lines in the places of those that they mend, so that no line counts
/// twice and every other line keeps its number; lines that a person added come last.
///
/// @param file the delivered file in UTF-8
/// @param dialect how it is written
public record Mending(Bytes file, Dialect dialect) {
    /// What became of the file.
    ///
    /// @param lines how many it has now
    /// @param replaced how many of them are mended ones
    /// @param added how many of them a person added
    public record Counts(int lines, int replaced, int added) {}

    /// Reads the mended lines that belong to this file.
    ///
    /// @throws InputProblem when they are of another form
    public PlacedLines read(Bytes mended) {
        return MendedLines.read(mended, dialect, Header.read(file, dialect).columns());
    }

    /// Writes the file, in its own encoding.
    ///
    /// @param isRejected which of its lines were rejected: only they may be replaced
    /// @throws InputProblem when a mended line belongs to none of them
    public Counts write(PlacedLines mended, IntPredicate isRejected, OutputStream out)
            throws IOException {
        Header header = Header.read(file, dialect);
        FileCopy copy = new FileCopy(file, dialect.encoding(), out);
        Records records = new Records(file, dialect, header);
        int replaced = 0;
        long done = 0;
        for (Map.Entry<Integer, PlacedLines.Line> each : mended.byLine().entrySet()) {
            int line = each.getKey();
            while (records.line() < line && records.next()) {
                // on to the line
            }
            if (records.line() != line || !isRejected.test(line)) {
                throw new InputProblem(notRejected(each.getValue(), line));
            }
            long end = records.end() - lineBreak(records.start(), records.end());
            if (isChanged(each.getValue(), records.start(), end)) {
                copy.part(done, records.start());
                copy.bytes(whole(each.getValue()));
                done = end;
                replaced++;
            }
        }
        copy.part(done, file.size());
        for (PlacedLines.Line other : mended.others()) {
            copy.endLine();
            copy.bytes(whole(other));
            copy.text("\n");
        }
        copy.flush();
        while (records.next()) {
            // to the last line, whose number is their count
        }
        int added = mended.others().size();
        return new Counts(records.line() + added, replaced, added);
    }

    private boolean isChanged(PlacedLines.Line line, long start, long end) {
        return !Arrays.equals(line.bytes(), file.read(start, Math.toIntExact(end - start)));
    }

    /// A line that takes no other with it.
    private byte[] whole(PlacedLines.Line line) {
        if (line.isBroken()) {
            throw new InputProblem(
                    new Problem(
                            "line " + line.place() + " of the mended lines",
                            "a quote that is not closed, or text behind one that is",
                            "cells that end where the line ends",
                            "Close the quote, and double those that belong to the text."));
        }
        return line.bytes();
    }

    /// How many bytes of line break end the record.
    private int lineBreak(long start, long end) {
        byte[] last = file.read(Math.max(start, end - 2), (int) Math.min(2, end - start));
        if (last.length == 0 || last[last.length - 1] != '\n') {
            return 0;
        }
        return last.length == 2 && last[0] == '\r' ? 2 : 1;
    }

    private static Problem notRejected(PlacedLines.Line mended, int line) {
        return new Problem(
                "line " + mended.place() + " of the mended lines",
                "a line that mends line " + line,
                "the number of a line that was rejected",
                "Leave the first column of the rejected lines as it came: it says which line each"
                        + " one mends. To change a line that was read, deliver the whole file"
                        + " again.");
    }
}
