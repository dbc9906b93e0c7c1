package dev.recon.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which backups are kept, by example and by law.
class RetentionTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Test
    void aYearOfDaysKeepsSevenDaysFiveWeeksAndTwelveMonths() {
        List<LocalDate> all = FIRST.datesUntil(LocalDate.of(2026, 3, 1)).toList(); // to 28 February
        Set<LocalDate> kept = Retention.USUAL.kept(all);

        assertThat(kept)
                .hasSize(7 + 3 + 11)
                .contains(
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 2, 22), // the seventh day, and the end of its week
                        LocalDate.of(2026, 2, 15),
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2025, 3, 31))
                .doesNotContain(LocalDate.of(2025, 2, 28), LocalDate.of(2026, 2, 21));
    }

    @Test
    void theNewestAlwaysStaysAndKeepingAgainRemovesNothingMore() {
        Random random = new Random(7);
        for (int seed = 0; seed < 500; seed++) {
            int count = 1 + random.nextInt(60);
            Set<LocalDate> all = new HashSet<>();
            for (int one = 0; one < count; one++) {
                all.add(FIRST.plusDays(random.nextInt(800)));
            }
            Set<LocalDate> kept = Retention.USUAL.kept(all);

            assertThat(kept).contains(all.stream().max(LocalDate::compareTo).orElseThrow());
            assertThat(kept).hasSizeLessThanOrEqualTo(24).isSubsetOf(all);
            assertThat(Retention.USUAL.kept(kept)).isEqualTo(kept);
            if (all.size() <= 7) {
                assertThat(kept).isEqualTo(all);
            }
        }
    }

    @Test
    void daysWithoutABackupCostNothing() {
        List<LocalDate> gaps = Stream.iterate(FIRST, day -> day.plusDays(100)).limit(7).toList();

        assertThat(Retention.USUAL.kept(gaps)).hasSize(7);
    }
}
