package dev.recon.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Brings objects of the bucket to the folder, decrypted: each under a name of its own until all of
/// it is proved.
record Arrival(Bucket bucket, AgeIdentity identity, BackupFolder folder) {
    /// The log of weeks is thousands of small files.
    private static final int AT_ONCE = 8;

    /// One file of a backup. The backup itself is compared with its SHA-256, and its `.json`
    /// written.
    void bring(ShippedBackup shipped, String ending) throws IOException {
        Path target = folder.file(shipped.name(), ending);
        boolean isMain =
                BackupKind.of(shipped.name()).map(BackupKind::main).orElse("").equals(ending);
        open(target.getFileName() + ShippedBackup.ENCRYPTED, target, isMain ? shipped : null);
    }

    /// Files of the log; what is here already stays.
    void bring(List<LogFile> files) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = new ArrayList<>();
            for (LogFile file : files) {
                Path target = folder.file(file);
                if (!Files.exists(target)) {
                    Files.createDirectories(target.resolveSibling(""));
                    all.add(
                            workers.submit(() -> {
                                open(file.object(), target, null);
                                return target;
                            }));
                }
            }
            for (Future<?> one : all) {
                await(one, workers);
            }
        }
    }

    private static void await(Future<?> one, ExecutorService workers) throws IOException {
        try {
            one.get();
        } catch (ExecutionException failed) {
            workers.shutdownNow();
            throw new IOException("the log did not arrive: " + failed.getMessage(), failed);
        } catch (InterruptedException ended) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ended);
        }
    }

    private void open(String object, Path target, @Nullable ShippedBackup proved)
            throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (InputStream content = identity.open(bucket.read(object));
                    OutputStream file = Files.newOutputStream(part)) {
                content.transferTo(file);
            } catch (IOException broken) {
                throw new IOException(object + ": " + broken.getMessage(), broken);
            }
            if (proved != null) {
                requireSame(part, proved);
                Files.writeString(
                        folder.file(proved.name(), "json"), proved.facts().toString() + "\n");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void requireSame(Path file, ShippedBackup shipped) throws IOException {
        String expected = shipped.facts().path("sha256").asString("");
        String found = BackupFolder.digest(file);
        if (!found.equals(expected)) {
            throw new IOException(
                    shipped.name()
                            + " is not what was backed up: its SHA-256 is "
                            + found
                            + ", expected "
                            + expected);
        }
    }
}
