package dev.recon.server.file;

import dev.recon.formats.format.Head;
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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/// Bytes on their way in: packed into segments on disk, before the database is bothered. So a slow
/// client holds no connection, and 10 GB need no more memory than one segment.
///
/// @param spool the packed segments, one after the other
/// @param bytes how many there are, unpacked
/// @param sha256 the hash of all of them
/// @param segments how many there are
/// @param head the first of them, as many as tell what a file is
record Packed(Path spool, long bytes, String sha256, int segments, byte[] head)
        implements AutoCloseable {
    /// How many bytes tell what a file is, and whether they are all of it.
    static final int HEAD_BYTES = Head.BYTES_MAX + 1;

    private static final int HASH_BYTES = 32;
    private static final int BUFFER_BYTES = 1 << 16;

    /// Gives the next bytes, fewer than wanted only at the end.
    @FunctionalInterface
    private interface Source {
        int fill(byte[] buffer) throws IOException;
    }

    /// Receives what somebody sends, up to its end.
    static Packed receive(InputStream in, Path folder, long bytesMax) {
        return pack(buffer -> received(in, buffer), folder, bytesMax);
    }

    /// Packs a file of our own.
    static Packed of(Path file, Path folder) {
        try (InputStream in = Files.newInputStream(file)) {
            return pack(buffer -> in.readNBytes(buffer, 0, buffer.length), folder, Long.MAX_VALUE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Packed pack(Source from, Path folder, long bytesMax) {
        try {
            Path spool = Files.createTempFile(folder, "upload-", ".segments");
            try {
                return pack(from, spool, bytesMax, Segment.digest());
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(spool);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Packed pack(Source from, Path spool, long bytesMax, MessageDigest whole)
            throws IOException {
        long bytes = 0;
        int segments = 0;
        byte[] head = new byte[0];
        byte[] buffer = new byte[Limits.FILE_SEGMENT_BYTES];
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(spool), BUFFER_BYTES))) {
            int length;
            while ((length = from.fill(buffer)) > 0) {
                bytes += length;
                requireSize(bytes, bytesMax);
                whole.update(buffer, 0, length);
                head = segments == 0 ? Arrays.copyOf(buffer, Math.min(length, HEAD_BYTES)) : head;
                Segment segment = Segment.pack(buffer, length);
                out.writeInt(segment.rawBytes());
                out.write(segment.sha256());
                out.writeInt(segment.content().length);
                out.write(segment.content());
                segments++;
            }
        }
        return new Packed(spool, bytes, Hex.of(whole.digest()), segments, head);
    }

    private static int received(InputStream in, byte[] buffer) {
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
                byte[] hash = in.readNBytes(HASH_BYTES);
                byte[] content = in.readNBytes(in.readInt());
                target.accept(new Segment(rawBytes, hash, content), position);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Writes the bytes as they came.
    void copy(OutputStream target) {
        forEach((segment, _) -> {
            try {
                target.write(segment.unpack());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
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
