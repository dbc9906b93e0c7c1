package dev.recon.engine.mend;

import dev.recon.engine.read.EncodedOutput;
import dev.recon.engine.table.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Writes parts of a file that is UTF-8 here, and texts between them, in the encoding in which the
/// file was delivered: what came from there byte for byte goes back byte for byte.
final class FileCopy {
    private static final int PIECE_BYTES = 1 << 16;

    private final Bytes file;
    private final EncodedOutput out;
    private boolean isInLine;

    FileCopy(Bytes file, Charset encoding, OutputStream out) {
        this.file = file;
        this.out = new EncodedOutput(out, encoding);
    }

    /// Writes the bytes from `start` to before `end`, which stand between characters.
    void part(long start, long end) throws IOException {
        for (long at = start; at < end; ) {
            byte[] piece = file.read(at, (int) Math.min(PIECE_BYTES, end - at));
            int length = at + piece.length == end ? piece.length : whole(piece);
            bytes(piece, length);
            at += length;
        }
    }

    private void bytes(byte[] utf8, int length) throws IOException {
        out.write(utf8, length);
        isInLine = length == 0 ? isInLine : utf8[length - 1] != '\n';
    }

    /// Writes bytes that are UTF-8.
    void bytes(byte[] utf8) throws IOException {
        bytes(utf8, utf8.length);
    }

    void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Ends the line, where it has not ended.
    void endLine() throws IOException {
        if (isInLine) {
            text("\n");
        }
    }

    /// All is written.
    void flush() throws IOException {
        out.flush();
    }

    /// How many bytes of a piece are whole characters.
    private static int whole(byte[] piece) {
        int end = piece.length - 1;
        while (end > 0 && (piece[end] & 0xC0) == 0x80) {
            end--;
        }
        return end > 0 && (piece[end] & 0xC0) == 0xC0 ? end : piece.length;
    }
}
