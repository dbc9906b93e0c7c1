package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/// A worker that was thought dead wakes up, and what it writes is refused.
class WorkerFaultTest {
    @Test
    void aWorkerThatWasFrozenWritesNothingMore(@TempDir Path home) {
        String url = TestDatabase.fresh();
        Map<String, String> database = Map.of("DATABASE_URL", url, "DATABASE_MAKE_ROLES", "true");
        JdbcClient db = JdbcClient.create(new DriverManagerDataSource(url));
        try (ServerProcess frozen = ServerProcess.start(home, database)) {
            Journey journey = new Journey(frozen.api());
            Journey.Made whole = journey.run(Sample.of(Faults.count(30_000, 500_000), 3), "frozen");
            JsonNode expected = journey.summary(whole.run());
            String run = journey.queue(whole.reconciliation(), whole.left(), whole.right());
            Faults.await(
                    "the worker has it",
                    Duration.ofSeconds(30),
                    () -> status(db, run).equals("running"));
            Faults.signal("STOP", frozen.pid());
            assertThat(status(db, run)).as("it was frozen in the middle").isEqualTo("running");
            endLease(db, run);
            try (TestServer other = TestServer.start(Map.of("DATABASE_URL", url))) {
                Faults.await(
                        "the other one has done it",
                        Duration.ofMinutes(5),
                        () -> status(db, run).equals("done"));
                Faults.signal("CONT", frozen.pid());
                journey.await(run, "done");
                new Journey(other.api()).run(Sample.of(50, 5), "and both work on");
            }
            JsonNode found = journey.summary(run);
            assertThat(found.get("digest")).isEqualTo(expected.get("digest"));
            assertThat(found.get("byStatus")).isEqualTo(expected.get("byStatus"));
            assertThat(journey.all("/api/v1/audit-events?objectType=run&objectId=" + run, 50))
                    .extracting(event -> event.get("action").asString())
                    .containsExactly("run-done", "run-queued");
        }
    }

    private static String status(JdbcClient db, String run) {
        return db.sql("SELECT status FROM run WHERE id = :id::uuid")
                .param("id", run)
                .query((row, _) -> row.getString(1))
                .single();
    }

    /// At night the test waits until the lease ends by itself.
    private static void endLease(JdbcClient db, String run) {
        if (Faults.count(1, 0) == 1) {
            db.sql("UPDATE run SET lease_until = now() WHERE id = :id::uuid")
                    .param("id", run)
                    .update();
        }
    }
}
