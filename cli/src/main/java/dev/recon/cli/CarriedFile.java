package dev.recon.cli;

import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.CarriedBytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A delivered file with carried lines before its own: the head of the file (what comes before the
/// entries, with the names of the columns), the carried lines, the lines of the file.
///
/// Carried lines come first because they are whole: whatever is wrong in the file, such as a quote
/// that is never closed, stays where it is.
///
/// @param file the file in place of the delivered one
/// @param end the position of the first byte behind the carried lines
/// @param physicalLines how many physical lines are carried
record CarriedFile(InputFile file, long end, int physicalLines) {
    private static final int BUFFER_BYTES = 1 << 16;

    /// Puts the lines of `open` before those of `delivered`, which is closed.
    ///
    /// @throws InputProblem when the files have different columns
    static CarriedFile of(InputFile delivered, InputFile open, Optional<Dialect> known, Path folder)
            throws IOException {
        Dialect dialect = known.orElseGet(() -> dialect(delivered, open));
        Header ours = Header.read(delivered.bytes(), dialect);
        Header carried = Header.read(open.bytes(), dialect);
        if (!ours.columns().equals(carried.columns())) {
            throw new InputProblem(
                    new Problem(
                            delivered.path().toString(),
                            "the columns " + String.join(", ", ours.columns()),
                            "the columns "
                                    + String.join(", ", carried.columns())
                                    + ", as in "
                                    + open.path(),
                            "Bring the new file into the form of the earlier one."));
        }
        Path made = Files.createTempFile(folder, "carried-", ".csv");
        Copy copy = new Copy();
        long end;
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(made), BUFFER_BYTES)) {
            copy.lines(delivered.bytes(), 0, ours.dataStart(), out);
            long head = copy.physicalLines;
            copy.lines(open.bytes(), carried.dataStart(), open.bytes().size(), out);
            end = copy.written;
            copy.physicalLines -= head;
            long lines = copy.physicalLines;
            copy.lines(delivered.bytes(), ours.dataStart(), delivered.bytes().size(), out);
            copy.physicalLines = lines;
        }
        Bytes bytes = new CarriedBytes(FileBytes.open(made, delivered.bytes().name()), end);
        delivered.bytes().close();
        InputFile file =
                new InputFile(delivered.path(), bytes, delivered.encoding(), delivered.text());
        return new CarriedFile(file, end, Math.toIntExact(copy.physicalLines));
    }

    /// That of the longer file: one of the two may have no line behind its header.
    private static Dialect dialect(InputFile delivered, InputFile open) {
        InputFile longer = delivered.bytes().size() > open.bytes().size() ? delivered : open;
        return longer.inspect().dialect();
    }

    /// Copies pieces of files; each ends with the end of a line.
    private static final class Copy {
        private long written;
        private long physicalLines;

        void lines(Bytes from, long start, long end, OutputStream out) throws IOException {
            byte last = '\n';
            for (long at = start; at < end; ) {
                byte[] piece = from.read(at, (int) Math.min(BUFFER_BYTES, end - at));
                for (byte letter : piece) {
                    physicalLines += letter == '\n' ? 1 : 0;
                }
                out.write(piece);
                at += piece.length;
                written += piece.length;
                last = piece[piece.length - 1];
            }
            if (last != '\n') {
                out.write('\n');
                written++;
                physicalLines++;
            }
        }
    }
}
