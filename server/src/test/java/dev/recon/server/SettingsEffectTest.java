package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.platform.ScopedDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is set changes what the server does.
class SettingsEffectTest {
    private static final String EVENTS = "/api/v1/audit-events";
    private static final Map<String, String> ASKED = Map.of("Accept-Encoding", "gzip");

    @Test
    void theSizesOfThePoolAndTheRoleAreKept() {
        Map<String, String> web = Map.of("DB_POOL_SIZE", "7", "ROLE", "web");
        try (TestServer server = TestServer.start(web)) {
            assertThat(server.bean(ScopedDataSource.class).size()).isEqualTo(7);
            Journey journey = new Journey(server.api());
            Journey.Made made = journey.make(Sample.of(20, 3), "nobody works");
            String run = journey.queue(made.reconciliation(), made.left(), made.right());
            assertThat(server.api().get("/api/v1/runs/" + run).is(200).text("/status"))
                    .isEqualTo("queued");
        }
    }

    @Test
    void textsAreCompressedUnlessSomebodySaysOtherwise() {
        Raw.Answer plain;
        try (TestServer server = TestServer.start(Map.of("ENABLE_COMPRESSION", "false"))) {
            new Journey(server.api()).run(Sample.of(40, 5), "gzip");
            plain = Raw.get(server.api(), EVENTS, ASKED);
            assertThat(plain.header("content-encoding")).isEmpty();
        }
        try (TestServer server = TestServer.start(Map.of())) {
            new Journey(server.api()).run(Sample.of(40, 5), "gzip");
            Raw.Answer packed = Raw.get(server.api(), EVENTS, ASKED);
            assertThat(packed.header("content-encoding")).isEqualTo("gzip");
            assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        }
    }

    @Test
    void allFaultsStopTheStartWithTwo(@TempDir Path home) throws Exception {
        Map<String, String> wrong = Map.of("RECON_PORT", "http", "ROLE", "boss");
        Process refused = ServerProcess.command(home, wrong).start();
        String said = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(refused.waitFor()).isEqualTo(2);
        assertThat(said).contains("2 faults", "RECON_PORT is", "ROLE is").doesNotContain("at dev.");
    }
}
