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

    /// Receives what somebody uploads, up to its end.
    ///
    /// @throws Problem when the upload breaks off
    public static Received upload(String name, InputStream body, Spool to) {
        try {
            return receive(name, body, to);
        } catch (IOException _) {
            throw Problem.badRequest("The upload ended before its end. Send it again.");
        }
    }

    /// Receives a file up to its end.
    ///
    /// @throws IOException when what it comes from breaks off
    /// @throws UncheckedIOException when our disk fails
    public static Received receive(String name, InputStream in, Spool to) throws IOException {
        Path spool = make(to.folder);
        try {
            return new Received(name, spool, copy(in, spool, to.bytesMax));
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(spool);
            throw failure;
        }
    }

    private static Path make(Path folder) {
        try {
            return Files.createTempFile(folder, "received-", "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where to, and how much at most.
    public record Spool(Path folder, long bytesMax) {}

    private static String copy(InputStream in, Path spool, long bytesMax) throws IOException {
        MessageDigest digest = Segment.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (OwnDisk out = OwnDisk.open(spool)) {
            for (int length = read(in, buffer); length > 0; length = read(in, buffer)) {
                bytes += length;
                if (bytes > bytesMax) {
                    throw Problem.of(
                            ProblemKind.UPLOAD_TOO_LARGE,
                            "The file is larger than " + bytesMax + " bytes. Split it.");
                }
                digest.update(buffer, 0, length);
                out.write(buffer, length);
            }
        }
        return Hex.of(digest.digest());
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        return in.readNBytes(buffer, 0, buffer.length);
    }

    /// A file of ours that is written; that it fails is not the fault of who sends.
    private record OwnDisk(OutputStream out) implements AutoCloseable {
        static OwnDisk open(Path file) {
            try {
                return new OwnDisk(Files.newOutputStream(file));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        void write(byte[] bytes, int length) {
            try {
                out.write(bytes, 0, length);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
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
