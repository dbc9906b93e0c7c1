package dev.recon.server.run;

import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Header;
import dev.recon.engine.table.Bytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The text of a file with carried lines before its own: its head, the carried lines, its lines.
///
/// Carried lines come first because they are whole: whatever is wrong in the file, such as a quote
/// that is never closed, stays where it is.
///
/// @param adds does the file bring lines, or only the names of the columns?
record CarriedText(Bytes file, Dialect dialect, List<CarriedLine> carried, boolean adds) {
    private static final int BUFFER_BYTES = 1 << 16;

    /// Writes it, and returns where the carried lines end.
    long write(Path target) throws IOException {
        long dataStart = Header.read(file, dialect).dataStart();
        long end;
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(target), BUFFER_BYTES)) {
            end = copy(0, dataStart, out);
            for (CarriedLine line : carried) {
                byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
                out.write(text);
                out.write('\n');
                end += text.length + 1;
            }
            if (adds) {
                copy(dataStart, file.size(), out);
            }
        }
        return end;
    }

    /// Copies a piece that ends with the end of a line, and returns how many bytes it has.
    private long copy(long start, long end, OutputStream out) throws IOException {
        byte last = '\n';
        for (long at = start; at < end; ) {
            byte[] piece = file.read(at, (int) Math.min(BUFFER_BYTES, end - at));
            out.write(piece);
            at += piece.length;
            last = piece[piece.length - 1];
        }
        if (last != '\n') {
            out.write('\n');
        }
        return end - start + (last == '\n' ? 0 : 1);
    }
}
