package dev.recon.server.file;

import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/// A small file on its way in, on disk, before the database is bothered.
///
/// @param name what the file is called
/// @param spool where it stands; deleted when it is closed
public record Received(String name, Path spool, String sha256) implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    /// Receives a file up to its end.
    public static Received receive(String name, InputStream in, Spool to) {
        try {
            Path spool = Files.createTempFile(to.folder, "received-", "");
            try (OutputStream out = Files.newOutputStream(spool)) {
                return new Received(name, spool, copy(in, out, to.bytesMax));
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(spool);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where to, and how much at most.
    public record Spool(Path folder, long bytesMax) {}

    private static String copy(InputStream in, OutputStream out, long bytesMax) throws IOException {
        MessageDigest digest = Segment.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int length = read(in, buffer); length > 0; length = read(in, buffer)) {
            bytes += length;
            if (bytes > bytesMax) {
                throw Problem.of(
                        ProblemKind.UPLOAD_TOO_LARGE,
                        "The file is larger than " + bytesMax + " bytes. Split it.");
            }
            digest.update(buffer, 0, length);
            out.write(buffer, 0, length);
        }
        return Hex.of(digest.digest());
    }

    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.readNBytes(buffer, 0, buffer.length);
        } catch (IOException _) {
            throw Problem.badRequest("The upload ended before its end. Send it again.");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(spool);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
