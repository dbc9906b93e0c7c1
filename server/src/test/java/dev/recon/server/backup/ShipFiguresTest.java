package dev.recon.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// What is told of the shipping of the log, as Prometheus reads it.
class ShipFiguresTest {
    @Test
    void theNewestCopyAndWhatWaitsAreTold() {
        Instant now = Instant.parse("2026-11-28T22:00:00Z");
        ShipFigures figures = new ShipFigures(Clock.fixed(now, ZoneOffset.UTC));
        assertThat(figures.text()).contains("recon_base_ship_newest_timestamp_seconds 0\n");
        figures.waiting(3);
        figures.shipped();
        figures.caughtUp("base-20261122-030000");

        assertThat(figures.text())
                .contains("# TYPE recon_wal_ship_files_total counter\n")
                .contains("recon_wal_ship_files_total 1\n")
                .contains("recon_wal_ship_waiting_files 2\n")
                .contains("recon_wal_ship_last_success_timestamp_seconds " + now.getEpochSecond())
                .contains(
                        "recon_base_ship_newest_timestamp_seconds "
                                + Instant.parse("2026-11-22T03:00:00Z").getEpochSecond());
    }
}
