package dev.recon.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// From which figure on something is not well.
class SystemCheckTest {
    private static final long GIB = 1L << 30;

    @Test
    void aDiskIsLowBelowATenthAndFullBelowThreeInAHundred() {
        assertThat(SystemCheck.disk(10 * GIB, 100 * GIB).state()).isEqualTo("good");
        assertThat(SystemCheck.disk(9 * GIB, 100 * GIB).state()).isEqualTo("warning");
        assertThat(SystemCheck.disk(2 * GIB, 100 * GIB))
                .isEqualTo(
                        bad(
                                "disk",
                                "Free: 2 %. Free "
                                        + "some below RECON_HOME, or make its volume larger."));
        assertThat(SystemCheck.disk(0, 0).state()).isEqualTo("bad");
    }

    @Test
    void aBackupIsLateAfterADayAndMissingAfterTwo() {
        assertThat(backup(25)).isEqualTo("good");
        assertThat(backup(26)).isEqualTo("warning");
        assertThat(backup(50)).isEqualTo("bad");
        assertThat(SystemCheck.backup(Optional.empty()).state()).isEqualTo("unused");
    }

    @Test
    void aBackupThatIsNotTriedIsAWarning() {
        assertThat(SystemCheck.restore(Optional.of(Duration.ofDays(7))).state()).isEqualTo("good");
        assertThat(SystemCheck.restore(Optional.of(Duration.ofDays(8))).state())
                .isEqualTo("warning");
        assertThat(SystemCheck.restore(Optional.empty()).state()).isEqualTo("unused");
    }

    @Test
    void runsNeedAServerThatTakesThem() {
        assertThat(SystemCheck.workers(0, List.of()).state()).isEqualTo("bad");
        assertThat(SystemCheck.workers(2, List.of()).detail())
                .isEqualTo("Servers that take runs: 2.");
        assertThat(SystemCheck.workers(2, List.of("fetch-0", "worker")))
                .isEqualTo(
                        bad(
                                "workers",
                                "Threads of this server are gone: fetch-0, worker. Restart it; its"
                                        + " log says why."));
        assertThat(SystemCheck.queue(Duration.ofMinutes(9)).state()).isEqualTo("good");
        assertThat(SystemCheck.queue(Duration.ofMinutes(10)).detail()).contains("10 minutes");
    }

    @Test
    void aBrokenChainIsBadAndASilentRedisOnlySlower() {
        assertThat(SystemCheck.history(Optional.of(false)).state()).isEqualTo("bad");
        assertThat(SystemCheck.history(Optional.of(true)).state()).isEqualTo("good");
        assertThat(SystemCheck.history(Optional.empty()).state()).isEqualTo("unused");
        assertThat(SystemCheck.redis("down").state()).isEqualTo("warning");
        assertThat(SystemCheck.redis("up").state()).isEqualTo("good");
        assertThat(SystemCheck.redis("unused").state()).isEqualTo("unused");
    }

    private static SystemCheck bad(String name, String detail) {
        return new SystemCheck(name, "bad", detail);
    }

    private static String backup(int hours) {
        return SystemCheck.backup(Optional.of(Duration.ofHours(hours))).state();
    }
}
