package dev.recon.server.delivery;

import dev.recon.engine.rules.BusinessDays;
import dev.recon.engine.rules.Calendars;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When the next delivery of a source is due: so many business days after the last one, at a time
/// of the day where the source is, whatever summer time does to it.
///
/// @param calendar whose business days count
/// @param everyDays business days from one delivery to the next
/// @param dueBy the time of the day by which it is there
/// @param zone whose time it is, by its name in the time zone database (IANA)
/// @param isLearnt was it learnt from past deliveries, and not said by a person?
record Cadence(String calendar, int everyDays, LocalTime dueBy, String zone, boolean isLearnt) {
    static final String USUAL_ZONE = "UTC";
    static final String USUAL_CALENDAR = "TARGET";
    private static final int DAYS_MAX = 400;
    private static final int HOUR_MINUTES = 60;

    Cadence {
        Checks.present("#/calendar", calendar);
        Checks.present("#/dueBy", dueBy);
        Checks.present("#/zone", zone);
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Problem.invalid(
                    "#/zone", "is no time zone; give one such as Europe/Berlin or UTC");
        }
        for (String name : calendar.split("\\+", -1)) {
            if (!Calendars.isKnown(name)) {
                throw Problem.invalid(
                        "#/calendar", "is no calendar; give one such as TARGET, DE or DE+US");
            }
        }
        if (everyDays < 1 || everyDays > DAYS_MAX) {
            throw Problem.invalid("#/everyDays", "must be a number from 1 to " + DAYS_MAX);
        }
    }

    /// Learns from when deliveries came: the usual distance in business days, and an hour after the
    /// latest usual time.
    static Optional<Cadence> learn(List<Instant> arrivals, String calendar) {
        BusinessDays days = Calendars.get(calendar);
        List<Instant> sorted = arrivals.stream().sorted().toList();
        List<Integer> distances = new ArrayList<>();
        for (int at = 1; at < sorted.size(); at++) {
            int distance = days.between(day(sorted.get(at - 1)), day(sorted.get(at)));
            if (distance > 0) {
                distances.add(distance);
            }
        }
        List<Integer> minutes =
                sorted.stream().map(each -> time(each).toSecondOfDay() / HOUR_MINUTES).toList();
        return Usual.of(distances)
                .flatMap(usual -> Usual.of(minutes).map(at -> of(calendar, usual, at)));
    }

    private static Cadence of(String calendar, Usual distance, Usual minute) {
        int every = Math.clamp(Math.round(distance.median()), 1, DAYS_MAX);
        long due = Math.round(minute.high() / HOUR_MINUTES) + 1;
        LocalTime by = due >= 24 ? LocalTime.of(23, 59) : LocalTime.of((int) due, 0);
        return new Cadence(calendar, every, by, USUAL_ZONE, true);
    }

    /// When the delivery after one that came at `last` is due. A time that summer time skips is due
    /// when the clock has skipped it, one that it repeats the first time.
    Instant dueAfter(Instant last) {
        BusinessDays days = Calendars.get(calendar);
        int from = Math.toIntExact(last.atZone(ZoneId.of(zone)).toLocalDate().toEpochDay());
        int due = from + 1;
        while (days.between(from, due) < everyDays) {
            due++;
        }
        return LocalDate.ofEpochDay(due)
                .atTime(dueBy)
                .atZone(ZoneId.of(zone))
                .withEarlierOffsetAtOverlap()
                .toInstant();
    }

    /// Is a moment on a later day than another, where the source is?
    static boolean isLaterDay(Optional<Cadence> said, Instant moment, Instant than) {
        ZoneId zone = ZoneId.of(said.map(Cadence::zone).orElse(USUAL_ZONE));
        return moment.atZone(zone).toLocalDate().isAfter(than.atZone(zone).toLocalDate());
    }

    private static int day(Instant at) {
        return Math.toIntExact(at.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay());
    }

    private static LocalTime time(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalTime();
    }
}
