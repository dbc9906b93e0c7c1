package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.ResultType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What puts the days of one side into the weeks of the other, which names a week by one day of it,
/// as time sheets do that are handed in once a week.
///
/// @param daily the side that has single days
/// @param day of the week, by which the other side names it
/// @param isLast does the week end with that day? Else it begins with it
record Week(Side daily, DayOfWeek day, boolean isLast) {
    private static final DatePattern ISO = DatePattern.of("yyyy-MM-dd");
    private static final int WEEKS_MIN = 3;

    /// The dates of both sides that may be read so: one side has one day of the week alone, the
    /// other has several.
    static List<Key.Part> find(SampleSide left, SampleSide right) {
        List<Key.Part> found = new ArrayList<>();
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (one.type() instanceof ColumnType.Date(var ours, _)
                        && other.type() instanceof ColumnType.Date(var theirs, _)) {
                    for (Key.Dates dates : pairs(ours, theirs)) {
                        Set<DayOfWeek> our = days(left, one, dates.left());
                        Set<DayOfWeek> their = days(right, other, dates.right());
                        of(our, their).forEach(week -> found.add(part(one, other, dates.in(week))));
                    }
                }
            }
        }
        return found;
    }

    /// The weeks that one day of the week on one side may name: they end with it, or begin.
    private static List<Week> of(Set<DayOfWeek> ours, Set<DayOfWeek> theirs) {
        Optional<Side> daily = daily(ours, theirs);
        if (daily.isEmpty()) {
            return List.of();
        }
        DayOfWeek day = (daily.get() == Side.LEFT ? theirs : ours).iterator().next();
        return List.of(new Week(daily.get(), day, true), new Week(daily.get(), day, false));
    }

    private static Key.Part part(ColumnProfile one, ColumnProfile other, Key.Dates dates) {
        return new Key.Part(one, other, NormalForm.EXACT, Optional.of(dates));
    }

    private static List<Key.Dates> pairs(List<DatePattern> ours, List<DatePattern> theirs) {
        return ours.stream()
                .flatMap(one -> theirs.stream().map(other -> new Key.Dates(one, other)))
                .toList();
    }

    private static Optional<Side> daily(Set<DayOfWeek> ours, Set<DayOfWeek> theirs) {
        if (ours.size() == 1 && theirs.size() > 1) {
            return Optional.of(Side.RIGHT);
        }
        return theirs.size() == 1 && ours.size() > 1 ? Optional.of(Side.LEFT) : Optional.empty();
    }

    /// The days of the week of a column; none where it has too few days to tell.
    private static Set<DayOfWeek> days(
            SampleSide sample, ColumnProfile column, DatePattern pattern) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        int[] different =
                Arrays.stream(sample.dates(column, pattern))
                        .filter(day -> day != DatePattern.NOT_A_DATE)
                        .distinct()
                        .toArray();
        if (different.length >= WEEKS_MIN) {
            Arrays.stream(different)
                    .mapToObj(day -> LocalDate.ofEpochDay(day).getDayOfWeek())
                    .forEach(days::add);
        }
        return days;
    }

    /// The day by which the week of a day is named.
    int of(int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        var named =
                isLast ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day);
        return Math.toIntExact(date.with(named).toEpochDay());
    }

    /// The field of the side that has single days.
    FieldSource source(String column, DatePattern pattern) {
        String text =
                MadeField.column(column)
                        + ".date(\"%s\").%s(\"%s\")"
                                .formatted(pattern, isLast ? "onOrAfter" : "onOrBefore", word());
        return MadeField.of(new FieldSource.Date(column, ISO), text, ResultType.DATE);
    }

    private String word() {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /// What a person is told of it.
    String told() {
        return "weeks that " + (isLast ? "end on " : "begin on ") + word();
    }
}
