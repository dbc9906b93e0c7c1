package dev.recon.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of the repository that the tests run in.
final class Repository {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Repository() {}

    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String read(String name) throws IOException {
        return Files.readString(path(name));
    }

    /// The files of a folder and of its folders with this ending, in the order of their paths.
    static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> found = Files.walk(path(folder))) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .sorted()
                    .toList();
        }
    }
}
