package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a server leaves behind when it goes, whichever way it goes.
class RestartTest {
    private static final int ROWS = Faults.count(30_000, 1_000_000);
    private static final int KILLS = Faults.count(1, 20);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    @Test
    void aServerThatIsKilledOrStoppedEndsItsRunsWithTheSameResult(@TempDir Path home) {
        Random random = new Random(1);
        ServerProcess server = ServerProcess.start(home);
        Journey.Made whole = new Journey(server.api()).run(Sample.of(ROWS, 7), "restarted");
        JsonNode expected = new Journey(server.api()).summary(whole.run());
        for (int kill = 0; kill < KILLS; kill++) {
            String run = begin(server, whole, random.nextInt(900));
            server.kill();
            server = ServerProcess.start(home);
            isDoneOnce(server, run, expected);
        }
        String run = begin(server, whole, 0);
        long start = System.nanoTime();
        assertThat(server.stop()).isIn(0, 143);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(STOP_MAX);
        assertThat(postgresOf(home)).as("PostgreSQL is stopped with the server").isEmpty();
        try (ServerProcess next = ServerProcess.start(home)) {
            isDoneOnce(next, run, expected);
        }
    }

    @Test
    void aTakenPortIsSaidInWords(@TempDir Path home) throws Exception {
        try (ServerSocket taken =
                new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Map<String, String> port = Map.of("PORT", String.valueOf(taken.getLocalPort()));
            Process refused = ServerProcess.command(home, port).start();
            String said =
                    new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(refused.waitFor()).isEqualTo(2);
            assertThat(said).contains("is taken").contains("PORT=").doesNotContain("Exception");
        }
    }

    /// Queues the run again and waits until it is so far, or has ended before anybody saw it there.
    private static String begin(ServerProcess server, Journey.Made whole, int permille) {
        Journey journey = new Journey(server.api());
        String run = journey.queue(whole.reconciliation(), whole.left(), whole.right());
        Faults.await(
                "the run is so far",
                Duration.ofMinutes(5),
                () -> {
                    JsonNode now = journey.api().get("/api/v1/runs/" + run).is(200).json();
                    return !now.get("status").asString().equals("queued")
                            && now.get("progress").asDouble() * 1000 >= permille;
                });
        return run;
    }

    private static void isDoneOnce(ServerProcess server, String run, JsonNode expected) {
        Journey journey = new Journey(server.api());
        JsonNode found = journey.await(run, "done").get("summary");
        assertThat(found.get("digest")).isEqualTo(expected.get("digest"));
        assertThat(found.get("byStatus")).isEqualTo(expected.get("byStatus"));
        assertThat(found.get("byKind")).isEqualTo(expected.get("byKind"));
        journey.proven(run);
        String events = "/api/v1/audit-events?objectType=run&objectId=" + run;
        assertThat(journey.all(events, 50))
                .extracting(event -> event.get("action").asString())
                .containsExactly("run-done", "run-queued");
    }

    private static Optional<ProcessHandle> postgresOf(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(home.resolve("postgres") + " "))
                .findAny();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            return Files.readString(file, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }
}
