package dev.recon.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// What the archiver and the weekly job leave in the folder of the backups: packed files of the
/// log, and copies of the cluster that go on from one of them.
///
/// @param folder of the backups
/// @param cluster whose log it is
record LogSample(Path folder, String cluster) {
    /// The first segment is 1.
    static String segment(int number) {
        return "00000001%08X%08X".formatted(number / 256, number % 256);
    }

    LogSample segments(int first, int last) throws IOException {
        for (int number = first; number <= last; number++) {
            file(segment(number));
        }
        return this;
    }

    LogSample file(String name) throws IOException {
        Files.createDirectories(path(name).getParent());
        try (var packed = new GZIPOutputStream(Files.newOutputStream(path(name)))) {
            packed.write(content(name));
        }
        return this;
    }

    Path path(String name) {
        return folder.resolve("wal").resolve(cluster).resolve(name + ".gz");
    }

    byte[] content(String name) {
        return (cluster + name).repeat(1000).getBytes(StandardCharsets.UTF_8);
    }

    /// @param name such as `base-20261122-030000`
    LogSample copy(String name, int firstSegment) throws IOException {
        byte[] copy = content(name);
        String hash = BackupSample.sha256(copy);
        Files.write(folder.resolve(name + ".tar.gz"), copy);
        Files.writeString(folder.resolve(name + ".sha256"), hash + "  " + name + ".tar.gz\n");
        Files.writeString(
                folder.resolve(name + ".json"),
                """
                {"cluster":"%s","firstSegment":"%s","startedAt":"2026-11-22T03:00:00Z",\
                "finishedAt":"2026-11-22T03:01:00Z","bytes":%d,"sha256":"%s"}
                """
                        .formatted(cluster, segment(firstSegment), copy.length, hash));
        return this;
    }
}
