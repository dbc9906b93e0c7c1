package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.metric.MetricsPort;
import dev.recon.server.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the backup's jobs wrote down is given as figures, which alerts read.
class BackupFiguresTest {
    @Test
    void theNewestBackupOfEachKindIsGivenAndNothingBeforeThereIsOne(@TempDir Path home) {
        Map<String, String> environment =
                Map.of(
                        "DATABASE_URL",
                        TestDatabase.fresh(),
                        "DATABASE_MAKE_ROLES",
                        "true",
                        "ENABLE_METRICS",
                        "true",
                        "METRICS_PORT",
                        "0",
                        "PORT",
                        "0",
                        "RECON_HOME",
                        home.toString());
        try (var server = ReconServer.start(Settings.from(environment))) {
            assertThat(scrape(server)).doesNotContain("recon_backup_last_success");
            JdbcClient db = server.getBean(JdbcClient.class);
            record(db, "dump", "2026-11-26T02:00:00Z");
            record(db, "dump", "2026-11-27T02:00:00Z");
            record(db, "verify", "2026-11-27T04:00:00Z");
        }
        try (var server = ReconServer.start(Settings.from(environment))) {
            String kept = "_last_success_timestamp_seconds";
            assertThat(scrape(server))
                    .contains("recon_backup" + kept + "{kind=\"dump\"} 1.7957448E9")
                    .contains("recon_restore_drill" + kept + " 1.795752E9")
                    .doesNotContain("kind=\"base\"")
                    .doesNotContain("recon_wal_archive" + kept);
        }
    }

    private static void record(JdbcClient db, String kind, String at) {
        db.sql(
                        """
                        INSERT INTO backup_run
                            (kind, started_at, finished_at, file_name, byte_count, sha256)
                        VALUES (:kind, :at::timestamptz, :at::timestamptz, 'a', 1, repeat('0', 64))
                        """)
                .param("kind", kind)
                .param("at", at)
                .update();
    }

    private static String scrape(ConfigurableApplicationContext server) {
        int port = server.getBean(MetricsPort.class).port();
        return Raw.get(port, "/metrics", Map.of()).text();
    }
}
