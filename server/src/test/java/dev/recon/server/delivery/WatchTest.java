package dev.recon.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.Inspection;
import dev.recon.server.file.FileRef;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Problem;
import dev.recon.server.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is learnt from past deliveries, and said of the newest.
class WatchTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Person ANNA = new Person(ID, "Anna");
    private static final String LINES =
            """
            id,date,amount,text
            A-1,2026-01-13,100.00,coffee for all
            A-2,2026-01-14,120.50,tea for some
            A-3,2026-01-15,90.25,milk for one
            """;

    @Test
    void aColumnThatIsAddedIsAdditive() {
        Drift drift = drift(LINES.replace("\n", ",EUR\n").replace("text,EUR", "text,ccy"));

        assertThat(drift.severity()).isEqualTo("additive");
        assertThat(drift.changes())
                .containsExactly(new Change("additive", "ccy", "added", null, "currency"));
    }

    @Test
    void aColumnThatIsGoneOrRenamedIsBreaking() {
        assertThat(drift(LINES.replace(",text", ",memo")).changes())
                .containsExactly(new Change("breaking", "text", "renamed", "text", "memo"));
        Drift gone = drift(LINES.replaceAll(",[^,\n]*\n", "\n"));
        assertThat(gone.severity()).isEqualTo("breaking");
        assertThat(gone.changes().getFirst().what()).isEqualTo("gone");
    }

    @Test
    void anotherTypeFormatScaleOrSignIsRisky() {
        assertThat(what(LINES.replaceAll("[0-9]+\\.[0-9]{2}", "much"))).containsExactly("type");
        assertThat(what(LINES.replaceAll("2026-01-(\\d\\d)", "$1.01.2026")))
                .containsExactly("format");
        assertThat(what(LINES.replaceAll("(\\d+)\\.(\\d\\d)", "$1$2.00"))).containsExactly("scale");
        assertThat(what(LINES.replaceAll("(\\d+\\.\\d\\d)", "-$1"))).containsExactly("sign");
        assertThat(drift(LINES.replaceAll("(\\d+\\.\\d\\d)", "-$1")).severity()).isEqualTo("risky");
    }

    @Test
    void otherLinesOrAnotherOrderOfColumnsAreNoDrift() {
        assertThat(drift(LINES.replace("100.00", "117.30")).severity()).isEqualTo("none");
        assertThat(what("text,id,amount,date\nfor some cake,A-9,101.00,2026-02-20\n")).isEmpty();
    }

    @Test
    void aCadenceIsLearntInBusinessDays() {
        List<Instant> everyWorkingDay =
                days("2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25");

        Cadence learnt = Cadence.learn(everyWorkingDay, "TARGET").orElseThrow();

        assertThat(learnt.everyDays()).isEqualTo(1);
        assertThat(learnt.dueBy()).isEqualTo(LocalTime.of(8, 0));
        assertThat(learnt.dueAfter(Instant.parse("2026-11-27T06:10:00Z")))
                .as("after a Friday comes a Monday")
                .isEqualTo("2026-11-30T08:00:00Z");
        assertThat(learnt.dueAfter(Instant.parse("2026-12-24T06:10:00Z")))
                .as("the calendar knows Christmas")
                .isEqualTo("2026-12-28T08:00:00Z");
        assertThat(Cadence.learn(everyWorkingDay.subList(0, 4), "TARGET"))
                .as("three distances say nothing")
                .isEmpty();
    }

    @Test
    void aCalendarThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Cadence("Mars", 1, LocalTime.NOON, "UTC", false))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Cadence("DE", 0, LocalTime.NOON, "UTC", false))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Cadence("DE", 1, LocalTime.NOON, "CEST", false))
                .hasMessageContaining("no time zone");
    }

    @Test
    void aTimeOfTheDayStaysWhereTheSourceIsThroughBothSwitches() {
        Cadence berlin = new Cadence("TARGET", 1, LocalTime.of(9, 0), "Europe/Berlin", false);

        assertThat(berlin.dueAfter(Instant.parse("2026-03-26T07:00:00Z")))
                .as("Friday, in winter")
                .isEqualTo("2026-03-27T08:00:00Z");
        assertThat(berlin.dueAfter(Instant.parse("2026-03-27T07:00:00Z")))
                .as("Monday, in summer")
                .isEqualTo("2026-03-30T07:00:00Z");
        assertThat(berlin.dueAfter(Instant.parse("2026-10-22T07:00:00Z")))
                .isEqualTo("2026-10-23T07:00:00Z");
        assertThat(berlin.dueAfter(Instant.parse("2026-10-23T07:00:00Z")))
                .as("Monday, in winter again")
                .isEqualTo("2026-10-26T08:00:00Z");
        assertThat(berlin.dueAfter(Instant.parse("2026-03-25T23:30:00Z")))
                .as("in Berlin it is Thursday already")
                .isEqualTo("2026-03-27T08:00:00Z");
    }

    @Test
    void aTimeThatIsSkippedOrComesTwiceIsDueOnce() {
        Cadence skipped = new Cadence("TARGET", 1, LocalTime.of(0, 30), "Africa/Cairo", false);
        Cadence twice = new Cadence("TARGET", 1, LocalTime.of(23, 30), "Africa/Cairo", false);

        assertThat(skipped.dueAfter(Instant.parse("2026-04-23T06:00:00Z")))
                .as("on Friday, 24 April, it is 01:00 after 23:59")
                .isEqualTo("2026-04-23T22:30:00Z");
        assertThat(twice.dueAfter(Instant.parse("2026-10-28T06:00:00Z")))
                .as("on Thursday, 29 October, it is 23:00 after 23:59 again")
                .isEqualTo("2026-10-29T20:30:00Z");
    }

    @Test
    void aDeliveryThatDoesNotComeIsLate() {
        List<Delivery> past = past(100, 101, 99, 100, 102);
        Cadence said = new Cadence("DE", 1, LocalTime.of(9, 0), "UTC", false);

        Standing inTime = standing(past, said, "2026-11-30T09:00:00Z");
        Standing late = standing(past, said, "2026-11-30T12:30:00Z");

        assertThat(inTime.health()).isEqualTo("fine");
        assertThat(late.health()).isEqualTo("late");
        assertThat(late.lateSeconds()).isEqualTo(12_600);
        assertThat(late.remarks())
                .containsExactly(
                        new Standing.Remark("late", "The next delivery is overdue by 3 hours."));
    }

    @Test
    void farMoreOrFewerLinesThanUsualAreTold() {
        Cadence said = new Cadence("DE", 20, LocalTime.of(9, 0), "UTC", false);
        String now = "2026-11-30T09:00:00Z";

        assertThat(standing(past(100, 101, 99, 100, 110), said, now).health()).isEqualTo("fine");
        Standing few = standing(past(100, 101, 99, 100, 12), said, now);
        assertThat(few.health()).isEqualTo("unusual");
        assertThat(few.remarks().getFirst().text())
                .isEqualTo(
                        "It has 12 lines; usual are 90 to 110, for the middle one of the 4"
                                + " deliveries before has 100.");
        assertThat(few.recentLines()).containsExactly(100, 101, 99, 100, 12);
    }

    @Test
    void aSourceWithoutDeliveriesIsNew() {
        Standing none = Standing.of(source(), List.of(), Optional.empty(), Instant.EPOCH);
        assertThat(none.health()).isEqualTo("new");
        assertThat(none.dueAt()).isNull();
    }

    private static Drift drift(String after) {
        return Drift.between(shape(LINES), shape(after));
    }

    private static List<String> what(String after) {
        return drift(after).changes().stream().map(Change::what).toList();
    }

    private static Shape shape(String text) {
        return Shape.of(Inspection.of(ArrayBytes.of("a.csv", text), StandardCharsets.UTF_8));
    }

    private static List<Instant> days(String... days) {
        return List.of(days).stream().map(day -> Instant.parse(day + "T06:10:00Z")).toList();
    }

    private static Source source() {
        return new Source(ID, "Bank", false, Instant.EPOCH, ANNA);
    }

    private static Standing standing(List<Delivery> past, Cadence cadence, String now) {
        return Standing.of(source(), past, Optional.of(cadence), Instant.parse(now));
    }

    /// Deliveries of so many lines, newest first, the newest on a Friday.
    private static List<Delivery> past(int... lines) {
        List<Delivery> past = new ArrayList<>();
        for (int at = 0; at < lines.length; at++) {
            Instant arrived = Instant.parse("2026-11-27T06:10:00Z");
            FileRef file = new FileRef(ID, "bank.csv", 1, "");
            past.addFirst(
                    new Delivery(
                            at + 1,
                            file,
                            arrived,
                            ANNA,
                            Delivery.TAKEN,
                            null,
                            lines[at],
                            0,
                            "none",
                            List.of(),
                            null,
                            null,
                            null,
                            null,
                            false));
        }
        return past;
    }
}
