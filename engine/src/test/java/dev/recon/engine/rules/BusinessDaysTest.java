package dev.recon.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {
    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private static int between(String calendar, String from, String to) {
        return Calendars.get(calendar).between(day(from), day(to));
    }

    @Test
    void fromFridayToMondayIsOneBusinessDay() {
        assertThat(between("DE", "2026-01-30", "2026-02-02")).isEqualTo(1);
        assertThat(between("DE", "2026-02-02", "2026-01-30")).isEqualTo(-1);
        assertThat(between("DE", "2026-01-31", "2026-02-02")).isEqualTo(1);
        assertThat(between("DE", "2026-01-31", "2026-02-01")).isZero();
    }

    @Test
    void holidaysAreDaysOffWhereTheyAreKept() {
        // Easter 2026: Good Friday is April 3, Easter Monday April 6.
        assertThat(between("TARGET", "2026-04-02", "2026-04-07")).isEqualTo(1);
        assertThat(between("US", "2026-04-02", "2026-04-07")).isEqualTo(3);
        assertThat(between("GB-SCT", "2026-04-02", "2026-04-07")).isEqualTo(2);
    }

    @Test
    void theWeekendIsThatOfTheCountry() {
        assertThat(between("SA", "2026-02-05", "2026-02-08")).isEqualTo(1);
        assertThat(between("DE", "2026-02-05", "2026-02-08")).isEqualTo(1);
        assertThat(between("SA", "2026-02-06", "2026-02-07")).isZero();
    }

    @Test
    void aJointCalendarIsOffWhereEitherIs() {
        // Independence Day is kept on July 3, German Unity on a Saturday; May 1 in Germany alone.
        assertThat(between("DE+US", "2026-07-02", "2026-07-06")).isEqualTo(1);
        assertThat(between("DE+US", "2026-04-30", "2026-05-04")).isEqualTo(1);
        assertThat(between("US", "2026-04-30", "2026-05-04")).isEqualTo(2);
    }

    @Test
    void jointCalendarsOfManyNamesDoNotFillTheMemory() {
        List<String> names = List.copyOf(Calendars.names());
        for (int n = 0; n < 300; n++) {
            Calendars.get(names.get(n % 20) + "+" + names.get(n / 20));
        }
        assertThat(Calendars.kept()).isLessThanOrEqualTo(201);
    }

    @Test
    void outsideTheTableOnlyWeekendsAreOff() {
        assertThat(between("DE", "1999-12-30", "2000-01-03")).isEqualTo(2);
        assertThat(between("DE", "2060-12-24", "2060-12-27")).isEqualTo(1);
        assertThat(between("DE", "2014-12-30", "2015-01-02")).isEqualTo(2);
        assertThat(between("DE", "2045-12-29", "2046-01-02")).isEqualTo(2);
    }

    @Test
    void countingIsAddingUp() {
        Random random = new Random(7);
        BusinessDays calendar = Calendars.get("GB-ENG+SA");
        for (int round = 0; round < 2_000; round++) {
            int from = day("2010-01-01") + random.nextInt(15_000);
            int to = from + random.nextInt(40);
            int counted = 0;
            for (int day = from + 1; day <= to; day++) {
                int step = calendar.between(day - 1, day);
                assertThat(step).isBetween(0, 1);
                counted += step;
            }
            assertThat(calendar.between(from, to)).isEqualTo(counted);
        }
    }

    @Test
    void anUnknownCalendarIsRefused() {
        assertThatThrownBy(() -> Calendars.get("DE+XX")).hasMessageContaining("XX");
        assertThat(Calendars.isKnown("DE+XX")).isFalse();
        assertThat(Calendars.isKnown("DE+")).isFalse();
    }
}
