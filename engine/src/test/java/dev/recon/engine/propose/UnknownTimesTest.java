package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Dates and times that are the same in nearly all entries of a reference are another where they
/// are not.
class UnknownTimesTest {
    private static final int ROWS = 100;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter OURS = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter THEIRS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static LocalDateTime moment(int n) {
        return LocalDateTime.of(2026, 1, 1, 0, 5).plusMinutes(n * 311L);
    }

    private static String flights(
            String header, DateTimeFormatter by, IntFunction<LocalDateTime> at) {
        return file(header, n -> "LH" + (1_013 + n * 17) + "," + by.format(at.apply(n)), ROWS);
    }

    private static List<String> told(String left, String right) {
        return UnknownRun.of(left, right).breaks().stream()
                .map(told -> told.replaceAll(" \\(matched by.*", ""))
                .toList();
    }

    @Test
    void anotherTimeOfTheSameDayIsADifference() {
        String left = flights("flight,std", OURS, UnknownTimesTest::moment);
        String right = flights("flt,departure", THEIRS, n -> moment(n).plusHours(n == 4 ? 2 : 0));
        assertThat(told(left, right))
                .containsExactly(
                        "field-differs time is 01.01.2026 20:49 on the left, "
                                + "2026-01-01 22:49 on the right");
        assertThat(told(right, left)).hasSize(1);
    }

    /// One clock is an hour behind, so that days differ about midnight.
    @Test
    void aDayIsAnotherWhereTheClockDoesNotExplainIt() {
        String left = flights("order,placed", SECONDS, UnknownTimesTest::moment);
        IntFunction<LocalDateTime> behind = n -> moment(n).minusHours(1).plusDays(n == 4 ? 2 : 0);
        String right = flights("order_id,created_utc", SECONDS, behind);
        assertThat(told(left, right))
                .singleElement()
                .asString()
                .startsWith("date-differs The right date is 2 days after the left one");
        assertThat(told(right, left)).hasSize(1);
    }

    /// Maturities: one of twenty-five is a day late, or early.
    @Test
    void aDateADayOffIsADifferenceWhereNearlyAllAreTheSame() {
        String left = deals("deal,maturity,notional", n -> day(n).toString());
        String right = deals("Deal ID,Due,Nominal", n -> day(n).plusDays(off(n)).toString());
        assertThat(told(left, right))
                .hasSize(4)
                .allMatch(told -> told.startsWith("date-differs The right date is 1 day "));
        assertThat(told(right, left)).hasSize(4);
    }

    /// What is always late, and by a day, is booked so.
    @Test
    void whatIsBookedADayLateIsNoOtherDate() {
        String left = deals("invoice,booked,amount", n -> day(n).toString());
        String right =
                deals("Reference,Value,Amount", n -> day(n).plusDays(Math.abs(off(n))).toString());
        assertThat(told(left, right)).isEmpty();
        assertThat(told(right, left)).isEmpty();
    }

    private static int off(int n) {
        return n % 25 != 3 ? 0 : n % 2 == 0 ? 1 : -1;
    }

    @Test
    void aDateThatOneSideLacksIsADifference() {
        String left = deals("deal,maturity,notional", n -> day(n).toString());
        String right = deals("Deal ID,Due,Nominal", n -> n == 3 ? "" : day(n).toString());
        assertThat(told(left, right))
                .containsExactly("date-differs date is 2026-02-03 on the left, empty on the right");
        assertThat(told(right, left)).hasSize(1);
    }

    private static LocalDate day(int n) {
        return LocalDate.of(2026, 1, 1).plusDays(n * 11L);
    }

    private static String deals(String header, IntFunction<String> day) {
        return file(
                header,
                n -> "D%d,%s,%d.%02d".formatted(50_313 + n * 37, day.apply(n), 100 + n * 7, n),
                ROWS);
    }
}
