package dev.recon.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the real data that does not belong to the repository: in the folder that the environment
/// names, or in a folder `shared` beside one that holds this one.
final class Shared {
    private Shared() {}

    static Optional<Path> data(String name) {
        String named = System.getenv("RECON_SHARED");
        if (named != null) {
            return Optional.of(Path.of(named, "data", name)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared").resolve("data").resolve(name);
            if (Files.isDirectory(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
