package dev.recon.server.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

/// The folder of one server, held by a lock for as long as the process lives.
///
/// The lock makes two things true: nobody else uses this folder's database, and whoever used it
/// before is dead, so what it left running may be taken over at once.
///
/// @param folder the folder itself
/// @param worker the name under which this server takes runs; it stays the same over restarts
/// @param lock held until [#close]
public record Home(Path folder, String worker, FileLock lock) implements AutoCloseable {
    /// Takes the folder, making it when it is not there, and empties its spool.
    ///
    /// @throws IllegalStateException when another process holds it
    public static Home open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "Another recon server uses the folder "
                            + folder
                            + ". Stop it, or set RECON_HOME to another folder.");
        }
        Home home = new Home(folder, worker(folder.resolve("worker")), lock);
        home.emptySpool();
        return home;
    }

    /// Where uploads and runs keep what is too large for memory; empty after each start.
    public Path spool() {
        return folder.resolve("spool");
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }

    private static String worker(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString(), StandardCharsets.UTF_8);
        }
        String name = Files.readString(file, StandardCharsets.UTF_8).strip();
        return name.isEmpty() ? UUID.randomUUID().toString() : name;
    }

    private void emptySpool() throws IOException {
        Files.createDirectories(spool());
        try (Stream<Path> left = Files.list(spool())) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }
}
