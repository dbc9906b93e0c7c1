package dev.recon.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/// What the backup's job leaves in its folder, with noise for a dump.
final class BackupSample {
    private BackupSample() {}

    /// @param name such as `backup-20261128`
    static void make(Path folder, String name, int bytes) throws IOException {
        byte[] dump = new byte[bytes];
        new Random(name.hashCode()).nextBytes(dump);
        Files.write(folder.resolve(name + ".dump"), dump);
        Files.writeString(folder.resolve(name + ".facts"), "break\t12\t34567\n");
        Files.writeString(folder.resolve(name + ".roles"), "recon_web\n");
        String hash = sha256(dump);
        Files.writeString(folder.resolve(name + ".sha256"), hash + "  " + name + ".dump\n");
        Files.writeString(
                folder.resolve(name + ".json"),
                """
                {"schemaVersion":"064","lsn":"0/1","startedAt":"2026-11-28T02:00:00Z",\
                "bytes":%d,"sha256":"%s"}
                """
                        .formatted(bytes, hash));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// The text of all its small files, and the SHA-256 of its dump.
    static String content(Path folder, String name) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String ending : new String[] {"facts", "roles", "sha256", "json"}) {
            all.append(Files.readString(folder.resolve(name + "." + ending)));
        }
        byte[] dump = Files.readAllBytes(folder.resolve(name + ".dump"));
        return all + sha256(dump);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
