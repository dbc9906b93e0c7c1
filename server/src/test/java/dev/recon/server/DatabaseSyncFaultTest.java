package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The disk says that it did not write: PostgreSQL gives up rather than believe its memory, comes
/// back from its log, and what was answered is there.
class DatabaseSyncFaultTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final Pattern GIVEN_UP =
            Pattern.compile("PANIC: .*could not (fsync|fdatasync).*Input/output error");

    @Test
    void whatWasAnsweredIsThereAfterTheDiskFailedToWrite() throws Exception {
        assumeThat(OlderDatabase.isInstalled()).as("postgresql-15 is installed").isTrue();
        assumeThat(STRACE).as("strace is installed").isExecutable();
        assumeThat(System.getProperty("user.name")).as("only root traces").isEqualTo("root");
        int each = Faults.count(15, 200);
        int faults = Faults.count(2, 10);
        try (OlderDatabase database = OlderDatabase.start();
                TestServer server = TestServer.start(Map.of("DATABASE_URL", database.url()));
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            DatabaseWork work =
                    DatabaseWork.begin(Scenario.start(server.api(), "unsynced"), clients, each);
            for (int fault = 1; fault <= faults; fault++) {
                work.await(fault * DatabaseWork.CLIENTS * each / (faults + 1));
                failSyncs(database, fault);
            }
            work.check();
        }
    }

    /// Every process that writes for PostgreSQL is told that its next sync failed; those that come
    /// after the crash are not.
    private static void failSyncs(OlderDatabase database, int fault) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                STRACE.toString(),
                                "-qq",
                                "-e",
                                "trace=fsync,fdatasync",
                                "-e",
                                "inject=fsync,fdatasync:error=EIO",
                                "-o",
                                "/dev/null"));
        ProcessHandle.of(database.postmaster())
                .orElseThrow()
                .children()
                .forEach(child -> {
                    command.add("-p");
                    command.add(Long.toString(child.pid()));
                });
        Process strace = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            Faults.await(
                    "PostgreSQL gives up", Duration.ofMinutes(2), () -> panics(database) >= fault);
        } finally {
            strace.destroy();
        }
        assertThat(strace.onExit().join().isAlive()).isFalse();
    }

    private static long panics(OlderDatabase database) {
        try {
            return GIVEN_UP.matcher(database.log()).results().count();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
