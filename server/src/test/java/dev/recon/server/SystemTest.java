package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.platform.Loop;
import dev.recon.server.platform.Loops;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What those who keep the server alive see of it.
class SystemTest {
    @Test
    void whatIsNotWellIsSaidWithWhatToDo() {
        try (TestServer server = TestServer.start(Map.of())) {
            Api admin = server.api();
            assertThat(states(admin))
                    .containsEntry("workers", "good")
                    .containsEntry("queue", "good")
                    .containsEntry("redis", "unused")
                    .containsEntry("backup", "unused")
                    .containsEntry("history", "unused");

            admin.post("/api/v1/audit-chain/check", Map.of()).is(200);
            backUp(server, "dump", 27);
            backUp(server, "verify", 24 * 7);
            assertThat(states(admin))
                    .containsEntry("history", "good")
                    .containsEntry("backup", "warning")
                    .containsEntry("restore", "good");

            server.owner()
                    .sql("UPDATE server_process SET seen_at = now() - interval '1 minute'")
                    .update();
            Api.Answer alone = admin.get("/api/v1/system").is(200);
            assertThat(alone.json().get("processes")).isEmpty();
            assertThat(states(alone)).containsEntry("workers", "bad");
        }
    }

    /// Whoever starts servers restarts one whose thread is gone, and people see which one it is.
    @Test
    void aThreadThatIsGoneIsSeen() {
        try (TestServer server = TestServer.start(Map.of())) {
            Api admin = server.api();
            admin.get("/health/live").is(200);
            Loop loop =
                    server.bean(Loops.class)
                            .start(
                                    _ -> Thread.ofVirtual().unstarted(() -> {}),
                                    Loop.Plan.of("worker", Duration.ofSeconds(1)),
                                    _ -> Duration.ofSeconds(1));
            loop.join(Duration.ofSeconds(20));

            assertThat(admin.get("/health/live").is(503).body()).contains("gone: worker");
            assertThat(admin.get("/health").is(503).body()).contains("gone: worker");
            admin.get("/health/ready").is(200);
            assertThat(states(admin)).containsEntry("workers", "bad");
            loop.stop();
            admin.get("/health/live").is(200);
        }
    }

    private static void backUp(TestServer server, String kind, int hoursAgo) {
        server.owner()
                .sql(
                        """
                        INSERT INTO backup_run
                            (kind, started_at, finished_at, file_name, byte_count, sha256)
                        VALUES (:kind, now() - make_interval(hours => :hours),
                            now() - make_interval(hours => :hours), 'f', 1, repeat('0', 64))
                        """)
                .param("kind", kind)
                .param("hours", hoursAgo)
                .update();
    }

    private static Map<String, String> states(Api api) {
        return states(api.get("/api/v1/system").is(200));
    }

    private static Map<String, String> states(Api.Answer system) {
        Map<String, String> states = new HashMap<>();
        system.json()
                .get("checks")
                .forEach(check ->
                        states.put(check.get("name").asString(), check.get("state").asString()));
        return states;
    }
}
