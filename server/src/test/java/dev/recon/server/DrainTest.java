package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a proxy sees of a server that is told to stop.
class DrainTest {
    private static final int UNAVAILABLE = 503;

    @Test
    void whoIsToldToStopStillAnswersAndEndsEachConnection() throws InterruptedException {
        try (TestServer server = TestServer.start(Map.of("DRAIN_SECONDS", "3"))) {
            int port = server.api().port();
            Raw.Answer before = Raw.get(port, "/health/ready", Map.of());
            assertThat(before.header("connection")).isNotEqualToIgnoringCase("close");

            Thread stopping = Thread.ofVirtual().start(server::close);
            Raw.Answer ready = before;
            while (ready.status() != UNAVAILABLE) {
                ready = Raw.get(port, "/health/ready", Map.of());
            }
            assertThat(ready.header("connection")).isEqualTo("close");
            Raw.Answer work = Raw.get(server.api(), "/api/v1/reconciliations", Map.of());
            assertThat(work.status()).isEqualTo(200);
            assertThat(work.header("connection")).isEqualTo("close");
            stopping.join();
        }
    }
}
