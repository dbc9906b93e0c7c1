package dev.recon.cli;

import dev.recon.engine.report.FileHash;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Says to the byte which files a run was made from.
final class Hashes {
    private static final int BUFFER_BYTES = 1 << 18;

    /// Below this many bytes Java is done before the library is linked.
    private static final long NATIVE_BYTES_MIN = 1 << 23;

    private Hashes() {}

    static FileHash of(String name, byte[] bytes) {
        return new FileHash(name, bytes.length, hex(sha256().digest(bytes)));
    }

    /// Reads the whole file: 0.8 s a gigabyte where the system's library helps.
    static FileHash of(String name, Path file) throws IOException {
        return Files.size(file) < NATIVE_BYTES_MIN ? byJava(name, file) : byLibrary(name, file);
    }

    static FileHash byLibrary(String name, Path file) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel source = FileChannel.open(file)) {
            Optional<Libcrypto> library = Libcrypto.find(arena);
            if (library.isPresent()) {
                byte[] digest = library.get().sha256(source);
                return new FileHash(name, source.position(), hex(digest));
            }
        }
        return byJava(name, file);
    }

    static FileHash byJava(String name, Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
                size += count;
            }
        }
        return new FileHash(name, size, hex(digest.digest()));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
