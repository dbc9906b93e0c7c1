package dev.recon.server.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL of our own for those who bring none, in a folder that stays.
///
/// The library turns fsync off for tests; here it is on, because people's work is kept in it.
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Duration STOP_WAIT = Duration.ofSeconds(30);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /// Starts PostgreSQL on a free port with the data of `home`, which this process holds.
    public static EmbeddedDatabase start(Home home) throws IOException {
        Path data = home.folder().resolve("postgres");
        Path ready = home.folder().resolve("postgres.ready");
        stopOrphan(data);
        boolean fresh = !Files.exists(ready);
        if (fresh) {
            deleteTree(data);
        }
        EmbeddedPostgres postgres = builder(home, data).start();
        if (fresh) {
            Files.createFile(ready);
        }
        return new EmbeddedDatabase(postgres);
    }

    /// The address for JDBC.
    public String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static EmbeddedPostgres.Builder builder(Home home, Path data) {
        Path log = home.folder().resolve("postgres.log");
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("max_connections", "60");
    }

    /// After a `kill -9` of the server PostgreSQL lives on. The lock on the folder says that its
    /// server is dead, so it is asked to stop; its data is as safe as after any other stop.
    private static void stopOrphan(Path data) throws IOException {
        Optional<ProcessHandle> orphan = findOrphan(data);
        if (orphan.isEmpty()) {
            return;
        }
        LOG.info("stopping the PostgreSQL that the last server left, pid {}", orphan.get().pid());
        new ProcessBuilder("kill", "-INT", Long.toString(orphan.get().pid())).start();
        try {
            orphan.get().onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while PostgreSQL was stopping", stopped);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("PostgreSQL in " + data + " does not stop", failure);
        }
    }

    private static Optional<ProcessHandle> findOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> isPostgresOf(process, data));
    }

    /// A process number may have been given to somebody else since: its command line decides.
    private static boolean isPostgresOf(ProcessHandle process, Path data) {
        try {
            String command =
                    Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "cmdline"),
                            StandardCharsets.UTF_8);
            return command.contains("postgres") && command.contains(data.toString());
        } catch (IOException _) {
            return false;
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
