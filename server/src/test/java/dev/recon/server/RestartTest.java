package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a server leaves behind when it goes, whichever way it goes.
class RestartTest {
    private static final int ROWS = 30_000;

    /// `RECON_KILLS=20` kills it that often.
    private static final int KILLS =
            Optional.ofNullable(System.getenv("RECON_KILLS")).map(Integer::parseInt).orElse(1);

    @Test
    void aKilledServerEndsItsRunWithTheSameResultAndNothingTwice(@TempDir Path home) {
        ServerProcess server = ServerProcess.start(home);
        Journey.Made whole = new Journey(server.api()).run(Sample.of(ROWS, 7), "killed");
        JsonNode expected = new Journey(server.api()).summary(whole.run());
        for (int kill = 0; kill < KILLS; kill++) {
            Journey journey = new Journey(server.api());
            String run = journey.queue(whole.reconciliation(), whole.left(), whole.right());
            awaitWork(journey, run);
            server.kill();
            server = ServerProcess.start(home);
            Journey after = new Journey(server.api());
            JsonNode found = after.await(run, "done").get("summary");
            assertThat(found.get("digest")).isEqualTo(expected.get("digest"));
            assertThat(found.get("byStatus")).isEqualTo(expected.get("byStatus"));
            assertThat(found.get("byKind")).isEqualTo(expected.get("byKind"));
            after.proven(run);
            String events = "/api/v1/audit-events?objectType=run&objectId=" + run;
            assertThat(after.all(events, 50))
                    .extracting(event -> event.get("action").asString())
                    .containsExactly("run-done", "run-queued");
        }
        assertThat(server.stop()).isIn(0, 143);
        assertThat(postgresOf(home)).as("PostgreSQL is stopped with the server").isEmpty();
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

    private static void awaitWork(Journey journey, String run) {
        String status = "queued";
        while (status.equals("queued")) {
            status = journey.api().get("/api/v1/runs/" + run).is(200).text("/status");
        }
        assertThat(status).as("it is killed in the middle").isEqualTo("running");
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
