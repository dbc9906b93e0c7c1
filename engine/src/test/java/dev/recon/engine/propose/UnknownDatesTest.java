package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.InputProblem;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Dates beside that of the entry, dates that mean something else, and what looks like neither.
class UnknownDatesTest {
    /// Amounts are few, so that no pairs show what the numbers are; their time does.
    @Test
    void daysThatASpreadsheetCountsAreKnownByTheTimeOfTheOtherSide() {
        LocalDate first = LocalDate.of(2026, 2, 1);
        String left =
                file("posted,sum", n -> "%d,%d.00".formatted(46_054 + n * 3, 10 * (n % 4 + 1)));
        String right =
                file(
                        "day,sum",
                        n -> "%s,%d.00".formatted(first.plusDays(n * 3L), 10 * (n % 4 + 1)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.proposal().rules().left().fields()).containsKey("date");
    }

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private static LocalDate arrival(int n) {
        return FIRST.plusDays(n * 7 % 29);
    }

    private static LocalDate departure(int n) {
        return arrival(n).plusDays(1 + n * 3 % 5);
    }

    /// Guest 5 left a day later than the other side says.
    @Test
    void aSecondDateIsComparedWhicheverWayItIsWritten() {
        String left =
                file(
                        "booking,arrival,departure,total",
                        n ->
                                "B%d,%s,%s,%d.80"
                                        .formatted(5_100 + n * 7, arrival(n), departure(n), n));
        String right =
                file(
                        "no;from;until;price",
                        n ->
                                "B%d;%s;%s;%d.80"
                                        .formatted(
                                                5_100 + n * 7,
                                                arrival(n).format(GERMAN),
                                                departure(n)
                                                        .plusDays(n == 5 ? 1 : 0)
                                                        .format(GERMAN),
                                                n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        Map<String, FieldSource> fields = run.proposal().rules().right().fields();
        assertThat(fields.get("departure"))
                .isEqualTo(new FieldSource.Date("until", DatePattern.of("dd.MM.yyyy")));
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("field-differs departure is 2026-03-08 on the left, 2026-03-09 on the");

        UnknownRun mirrored = UnknownRun.of(right, left);
        assertThat(mirrored.breaks()).singleElement().asString().contains("2026-03-09 on the left");
    }

    /// The day of the sale says nothing of the day of its use, half a year later.
    @Test
    void daysOfDifferentThingsAreNotCompared() {
        String left =
                file(
                        "voucher,sold on,value",
                        n -> "V-%d,%s,%d.50".formatted(8_200 + n * 3, arrival(n), n + 10));
        String right =
                file(
                        "code;used on;amount",
                        n ->
                                "V-%d;%s;%d.50"
                                        .formatted(
                                                8_200 + n * 3,
                                                arrival(n * 11).plusDays(20 + n * 37 % 170),
                                                n + 10));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    /// How long a call took is no number that it goes by, though the other side has the seconds.
    @Test
    void howLongSomethingTookIsNoKey() {
        String left =
                file(
                        "line,called,duration",
                        n ->
                                "0660 %d,%s,00:0%d:%02d"
                                        .formatted(4_150 + n % 9, arrival(n), n % 5, n));
        String right =
                file(
                        "number,day,seconds",
                        n -> "0660%d,%s,%d".formatted(4_150 + n % 9, arrival(n), n % 5 * 60 + n));
        assertThatExceptionOfType(InputProblem.class)
                .isThrownBy(() -> UnknownRun.propose(left, right))
                .withMessageContaining("no column whose values stand on both sides");
    }

    /// Addresses tell people apart, though nothing else agrees.
    @Test
    void addressesOfPeopleAreAKeyByThemselves() {
        String left =
                file("mail,joined", n -> "%s.%d@post.eu,%s".formatted(name(n), n, arrival(n)));
        String right =
                file(
                        "login,last seen",
                        n -> "%s.%d@post.eu,%s".formatted(name(n), n, departure(n).plusYears(1)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    private static String name(int n) {
        return Integer.toString(n * 7_919 + 100_003, 36).replaceAll("[0-9]", "q");
    }

    @Test
    void zerosInFrontOfACodeAreNoDifference() {
        String left =
                file(
                        "member,zip,fee",
                        n -> "M%d,%05d,%d.20".formatted(3_300 + n, 1_069 + n * 2_311, n));
        String right =
                file(
                        "member,postcode,paid",
                        n -> "M%d,%d,%d.20".formatted(3_300 + n, 1_069 + n * 2_311, n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().right().fields()).containsKey("zip");
        assertThat(run.breaks()).isEmpty();
    }
}
