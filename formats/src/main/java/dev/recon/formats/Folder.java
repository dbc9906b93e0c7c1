package dev.recon.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says what stands in a folder, for somebody who named the wrong file.
final class Folder {
    private static final int NAMES_MAX = 5;

    private Folder() {}

    /// A sentence with the first names in a folder, or that there is no such folder.
    static String listing(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return "There is no folder " + folder + ".";
        }
        if (!Files.isReadable(folder)) {
            return "The folder " + folder + " may not be read either.";
        }
        List<String> names = names(folder);
        String more = names.size() > NAMES_MAX ? ", …" : "";
        return names.isEmpty()
                ? "The folder " + folder + " is empty."
                : "The folder has "
                        + String.join(", ", names.subList(0, Math.min(names.size(), NAMES_MAX)))
                        + more
                        + ".";
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .limit(NAMES_MAX + 1L)
                    .toList();
        }
    }
}
