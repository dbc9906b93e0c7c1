package dev.recon.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder that the backup jobs write to: of each day `backup-YYYYMMDD.dump`, and beside it what
/// the dump holds (`.facts`), the roles, its SHA-256, and a `.json` about it; of each copy of the
/// cluster `base-YYYYMMDD-HHMMSS.tar.gz` likewise; and in `wal` the [LogFile]s.
record BackupFolder(Path path) {
    /// The names of the backups that are there, oldest first.
    List<String> names(BackupKind kind) throws IOException {
        String ending = "." + kind.main();
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .filter(kind::isName)
                    .sorted()
                    .toList();
        }
    }

    Path file(String name, String ending) {
        return path.resolve(name + "." + ending);
    }

    /// What is archived of the log of every cluster, in the order in which it was written.
    List<LogFile> log() throws IOException {
        Path wal = path.resolve(LogFile.FOLDER);
        if (!Files.isDirectory(wal)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(wal, 2)) {
            return files.map(file -> LogFile.parse(wal.relativize(file) + LogFile.ENCRYPTED))
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        }
    }

    Path file(LogFile file) {
        return path.resolve(LogFile.FOLDER).resolve(file.packed());
    }

    /// @throws IOException when the backup is not what it was when it was written
    void requireWhole(BackupKind kind, String name) throws IOException {
        String expected = Files.readString(file(name, "sha256")).split(" ", 2)[0];
        String found = digest(file(name, kind.main()));
        if (!expected.equals(found)) {
            throw new IOException(
                    file(name, kind.main())
                            + " is not what was dumped: its SHA-256 is "
                            + found
                            + ", expected "
                            + expected
                            + ". Take a new backup; this one is not shipped.");
        }
    }

    static String digest(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(Digests.of(content));
        }
    }
}
