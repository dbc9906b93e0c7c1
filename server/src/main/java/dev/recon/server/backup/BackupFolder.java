package dev.recon.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder that the backup jobs write to: of each day `backup-YYYYMMDD.dump`, and beside it what
/// the dump holds (`.facts`), the roles, its SHA-256, and a `.json` about it.
record BackupFolder(Path path) {
    /// What goes elsewhere, apart from the `.json`.
    static final List<String> ENDINGS = List.of("dump", "facts", "roles", "sha256");

    private static final Pattern DUMP = Pattern.compile("backup-\\d{8}\\.dump");

    /// The names of the backups that are there, oldest first.
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> DUMP.matcher(name).matches())
                    .map(name -> name.replace(".dump", ""))
                    .sorted()
                    .toList();
        }
    }

    Path file(String name, String ending) {
        return path.resolve(name + "." + ending);
    }

    /// @throws IOException when the dump is not what it was when it was written
    void requireWhole(String name) throws IOException {
        String expected = Files.readString(file(name, "sha256")).split(" ", 2)[0];
        String found = digest(file(name, "dump"));
        if (!expected.equals(found)) {
            throw new IOException(
                    file(name, "dump")
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
