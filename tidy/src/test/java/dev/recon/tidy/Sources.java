package dev.recon.tidy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// The hand-written sources of the repository.
record Sources(Path root) {
    private static final Set<String> ELSEWHERE =
            Set.of("target", "node_modules", "dist", "generated", "test-results");
    private static final Set<String> ENDINGS = Set.of("java", "ts", "tsx", "css", "mjs");

    /// The repository that the tests run in: the folder above this module's.
    static Sources here() {
        return new Sources(Path.of("..").toAbsolutePath().normalize());
    }

    /// Every source, in the order of its path.
    List<Path> list() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new Collector(found));
        Collections.sort(found);
        return found;
    }

    /// The name of a source in messages.
    String name(Path source) {
        return root.relativize(source).toString().replace('\\', '/');
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        Collector(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            return name.startsWith(".") || ELSEWHERE.contains(name)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                    && !name.endsWith(".d.ts")) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
