package dev.recon.formats;

import dev.recon.engine.read.Problem;
import dev.recon.formats.format.BoundedStream;
import dev.recon.formats.format.Delivery;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Writes bytes that cannot be read in place to a file, up to a limit.
record Keep(Delivery delivery) {
    private static final int BUFFER_BYTES = 1 << 16;

    /// Copies all that a pipe gives; a problem if it is too much.
    Optional<Problem> keep(Path from, Path to) throws IOException {
        try (InputStream given = Files.newInputStream(from)) {
            return copy(given, to) ? Optional.empty() : Optional.of(tooLarge("gives"));
        }
    }

    /// Unpacks a gzip file (RFC 1952, any number of members); a problem if it is damaged, or
    /// unpacks to too much, or to more than a hundred times its own size.
    Optional<Problem> unpack(Path from, Path to) throws IOException {
        try (InputStream packed = Files.newInputStream(from);
                var members = new Members(packed);
                var bounded =
                        new BoundedStream(
                                members, new BoundedStream.Budget(delivery, Files.size(from)))) {
            if (!copy(bounded, to)) {
                return Optional.of(tooLarge("unpacks to"));
            }
            return members.hasMore()
                    ? Optional.of(damaged("there are bytes behind its end"))
                    : Optional.empty();
        } catch (EOFException _) {
            return Optional.of(damaged("it breaks off after " + Files.size(from) + " bytes"));
        } catch (ZipException e) {
            return Optional.of(damaged(String.valueOf(e.getMessage())));
        }
    }

    /// Were all bytes within the limit?
    private boolean copy(InputStream from, Path to) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long written = 0;
        try (OutputStream kept = Files.newOutputStream(to)) {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                written += count;
                if (written > delivery.limits().unpackedBytesMax()) {
                    return false;
                }
                kept.write(buffer, 0, count);
            }
        }
        return true;
    }

    private Problem damaged(String how) {
        return new Problem(
                delivery.name(),
                "a damaged gzip file: " + how,
                KnownFormats.expected(),
                "Fetch it again and check it with gzip -t. Nothing of it was used.");
    }

    private Problem tooLarge(String verb) {
        return new Problem(
                delivery.name(),
                "a file that "
                        + verb
                        + " more than "
                        + delivery.limits().unpackedBytesMax()
                        + " bytes",
                KnownFormats.expected(),
                "Split it into several files.");
    }

    /// Knows whether bytes are left that are no member; the platform's stream drops them.
    private static final class Members extends GZIPInputStream {
        private static final int TRAILER_BYTES = 8;

        Members(InputStream packed) throws IOException {
            super(packed, BUFFER_BYTES);
        }

        boolean hasMore() throws IOException {
            return inf.getRemaining() > TRAILER_BYTES || in.read() >= 0;
        }
    }
}
