package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// The database says nothing for a while: nobody waits for ever, the server says that it is not
/// ready, and goes on by itself when it is.
class FrozenDatabaseFaultTest {
    /// A request waits for a connection, or for its answer, and is tried once more at most.
    private static final Duration ANSWERED_MAX = Duration.ofSeconds(90);

    @Test
    void requestsEndReadinessFlipsAndTheServerRecovers() throws Exception {
        assumeThat(OlderDatabase.isInstalled()).as("postgresql-15 is installed").isTrue();
        try (OlderDatabase database = OlderDatabase.start();
                TestServer server = TestServer.start(Map.of("DATABASE_URL", database.url()))) {
            Scenario scenario = Scenario.start(server.api(), "frozen");
            int port = server.api().port();
            assertThat(ready(port)).isEqualTo(200);

            database.signalAll("STOP");
            CompletableFuture<Integer> asked =
                    CompletableFuture.supplyAsync(() ->
                            Raw.get(server.api(), "/api/v1/reconciliations", Map.of(), ANSWERED_MAX)
                                    .status());
            try {
                Faults.await("it is not ready", ANSWERED_MAX, () -> ready(port) == 503);
                assertThat(asked.get(ANSWERED_MAX.toSeconds(), TimeUnit.SECONDS)).isEqualTo(503);
                assertThat(Raw.get(port, "/health/live", Map.of()).status()).isEqualTo(200);
                LockSupport.parkNanos(Duration.ofSeconds(Faults.count(0, 60)).toNanos());
            } finally {
                database.signalAll("CONT");
            }

            Faults.await("it is ready again", Duration.ofMinutes(1), () -> ready(port) == 200);
            String run = new Journey(server.api()).run(Sample.of(60, 5), "after").run();
            assertThat(scenario.journey().summary(run).at("/proof/holds").asBoolean()).isTrue();
        }
    }

    private static int ready(int port) {
        return Raw.get(port, "/health/ready", Map.of(), ANSWERED_MAX).status();
    }
}
