package dev.recon.server.evidence;

import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes files into a ZIP and remembers their sizes and hashes.
final class PackWriter implements AutoCloseable {
    private final ZipOutputStream zip;
    private final Map<String, Object> described = new TreeMap<>();

    PackWriter(OutputStream target) {
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    }

    /// Writes the bytes of one file.
    interface Content {
        void write(OutputStream target) throws IOException;
    }

    /// Every file so far.
    Map<String, Object> described() {
        return Map.copyOf(described);
    }

    void add(String name, String text) throws IOException {
        add(name, target -> write(target, text));
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(zip);
        content.write(counted);
        zip.closeEntry();
        described.put(name, Map.of("bytes", counted.bytes, "sha256", counted.hash()));
    }

    static void write(OutputStream target, String text) throws IOException {
        target.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Whoever gave the target closes it.
    @Override
    public void close() throws IOException {
        zip.finish();
    }

    private static final class Counted extends OutputStream {
        private final OutputStream target;
        private final MessageDigest digest = Segment.digest();
        private long bytes;

        Counted(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            digest.update(some, from, length);
            bytes += length;
            target.write(some, from, length);
        }

        String hash() {
            return Hex.of(digest.digest());
        }
    }
}
