package dev.recon.engine.evidence;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A ZIP with all that proves one run, and the names of what is in it.
record Pack(ZipFile zip) implements AutoCloseable {
    private static final int SMALL_BYTES_MAX = 64 << 20;

    static Pack open(Path file) throws IOException {
        return new Pack(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
    }

    List<String> names() {
        return Collections.list(zip.entries()).stream().map(ZipEntry::getName).sorted().toList();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /// A file that is small enough to be held whole.
    String text(String name) throws IOException {
        try (InputStream bytes = open(name)) {
            byte[] read = bytes.readNBytes(SMALL_BYTES_MAX + 1);
            if (read.length > SMALL_BYTES_MAX) {
                throw new IllegalArgumentException(name + " is too large");
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }

    Map<String, @Nullable Object> object(String name) throws IOException {
        try {
            return JsonText.object(text(name));
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException(name + ", " + fault.getMessage(), fault);
        }
    }

    BufferedReader lines(String name) throws IOException {
        return new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
    }

    /// What the manifest must say of a file.
    Map<String, Object> described(String name) throws IOException {
        try (var bytes = new DigestInputStream(open(name), Sha256.digest())) {
            long size = bytes.transferTo(java.io.OutputStream.nullOutputStream());
            String hash = HexFormat.of().formatHex(bytes.getMessageDigest().digest());
            return Map.of("bytes", size, "sha256", hash);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException("the pack has no " + name);
        }
        return zip.getInputStream(entry);
    }
}
