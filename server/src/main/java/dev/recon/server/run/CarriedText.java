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

    void write(Path target) throws IOException {
        long dataStart = Header.read(file, dialect).dataStart();
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(target), BUFFER_BYTES)) {
            copy(0, dataStart, out);
            for (CarriedLine line : carried) {
                out.write(line.text().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            if (adds) {
                copy(dataStart, file.size(), out);
            }
        }
    }

    private void copy(long start, long end, OutputStream out) throws IOException {
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
    }
}
