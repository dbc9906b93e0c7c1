package dev.recon.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Folders that go away when the command ends, also when it is interrupted.
final class TemporaryFolders implements Closeable {
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Thread atExit = new Thread(this::close, "remove temporary folders");

    TemporaryFolders() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// A new folder where the system keeps temporary files.
    Path make() throws IOException {
        return kept(Files.createTempDirectory("recon-"));
    }

    /// A new hidden folder in `parent`, so that moving it within `parent` is one step.
    Path makeIn(Path parent) throws IOException {
        // Not a system's temporary folder: when it is moved to its place, its rights are those
        // that the person gives to new folders.
        String name = ".recon-" + UUID.randomUUID();
        return kept(Files.createDirectory(parent.resolve(name)));
    }

    /// Removes all that is still there.
    @Override
    public void close() {
        folders.forEach(TemporaryFolders::delete);
        folders.clear();
        if (Thread.currentThread() != atExit) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private Path kept(Path folder) {
        folders.add(folder);
        return folder;
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Delete());
        } catch (NoSuchFileException _) {
            return; // it was moved to its place
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Delete extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
