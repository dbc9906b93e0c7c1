package dev.recon.server.file;

import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Segment;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.ObjIntConsumer;

/// A file on its way in: packed into segments on disk, before the database is bothered. So a slow
/// client holds no connection, and 10 GB need no more memory than one segment.
///
/// @param spool the packed segments, one after the other
/// @param bytes the size of the file
/// @param sha256 the hash of the whole file
/// @param segments how many there are
record Upload(Path spool, long bytes, String sha256, int segments) implements AutoCloseable {
    private static final int HASH_BYTES = 32;
    private static final int BUFFER_BYTES = 1 << 16;

    /// Receives a file up to its end.
    static Upload receive(InputStream in, Path folder, long bytesMax) {
        try {
            Path spool = Files.createTempFile(folder, "upload-", ".segments");
            try {
                return receive(in, spool, bytesMax, Segment.digest());
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(spool);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Upload receive(InputStream in, Path spool, long bytesMax, MessageDigest whole)
            throws IOException {
        long bytes = 0;
        int segments = 0;
        byte[] buffer = new byte[Limits.FILE_SEGMENT_BYTES];
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(spool), BUFFER_BYTES))) {
            int length;
            while ((length = fill(in, buffer)) > 0) {
                bytes += length;
                requireSize(bytes, bytesMax);
                whole.update(buffer, 0, length);
                Segment segment = Segment.pack(buffer, length);
                out.writeInt(segment.rawBytes());
                out.write(segment.sha256());
                out.writeInt(segment.content().length);
                out.write(segment.content());
                segments++;
            }
        }
        return new Upload(spool, bytes, Hex.of(whole.digest()), segments);
    }

    private static int fill(InputStream in, byte[] buffer) {
        try {
            return in.readNBytes(buffer, 0, buffer.length);
        } catch (IOException broken) {
            throw Problem.badRequest("The upload ended before its end. Send it again.");
        }
    }

    static void requireSize(long bytes, long bytesMax) {
        if (bytes > bytesMax) {
            throw Problem.of(
                    ProblemKind.UPLOAD_TOO_LARGE,
                    "The file is larger than "
                            + bytesMax
                            + " bytes. Split it, or raise RECON_UPLOAD_BYTES_MAX.");
        }
    }

    /// Gives every segment with its position.
    void forEach(ObjIntConsumer<Segment> target) {
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(spool), BUFFER_BYTES))) {
            for (int position = 0; position < segments; position++) {
                int rawBytes = in.readInt();
                byte[] sha256 = in.readNBytes(HASH_BYTES);
                byte[] content = in.readNBytes(in.readInt());
                target.accept(new Segment(rawBytes, sha256, content), position);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
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
