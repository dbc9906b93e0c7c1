package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.ResultType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What puts the days of one side into the weeks or months of the other, which names each by one
/// day of it or as exports do, such as `2026-W05` or `03/2026`: time sheets that are handed in once
/// a week, sums of a month by cost center.
///
/// @param daily the side that has single days
/// @param span what the other side names
record Period(Side daily, Span span) {
    private static final DatePattern ISO = DatePattern.of("yyyy-MM-dd");
    private static final int PERIODS_MIN = 3;

    /// Days that have one name, that of their first or last day.
    sealed interface Span {
        /// Does the span end with the day that names it? Else it begins with it.
        boolean isLast();

        /// From a day to the one that names its span.
        TemporalAdjuster name();

        /// The same in an expression.
        String call();

        /// What a person is told of it.
        String told();
    }

    /// @param day of the week that names it
    record Week(DayOfWeek day, boolean isLast) implements Span {
        @Override
        public TemporalAdjuster name() {
            return isLast
                    ? TemporalAdjusters.nextOrSame(day)
                    : TemporalAdjusters.previousOrSame(day);
        }

        @Override
        public String call() {
            return "%s(\"%s\")".formatted(isLast ? "onOrAfter" : "onOrBefore", word());
        }

        @Override
        public String told() {
            return "weeks that " + (isLast ? "end on " : "begin on ") + word();
        }

        private String word() {
            return day.name().toLowerCase(Locale.ROOT);
        }
    }

    /// Named by its first day, or by its last.
    record Month(boolean isLast) implements Span {
        @Override
        public TemporalAdjuster name() {
            return isLast
                    ? TemporalAdjusters.lastDayOfMonth()
                    : TemporalAdjusters.firstDayOfMonth();
        }

        @Override
        public String call() {
            return isLast ? "lastOfMonth()" : "firstOfMonth()";
        }

        @Override
        public String told() {
            return "months, by their " + (isLast ? "last day" : "first day");
        }
    }

    /// The dates of both sides that may be read so: all those of one side name periods of one kind,
    /// and those of the other do not.
    static List<Key.Part> find(SampleSide left, SampleSide right) {
        List<Named> ours = Named.all(left);
        List<Named> theirs = Named.all(right);
        List<Key.Part> found = new ArrayList<>();
        for (Named one : ours) {
            for (Named other : theirs) {
                Key.Dates dates = new Key.Dates(one.pattern, other.pattern);
                of(one, other)
                        .forEach(period ->
                                found.add(
                                        new Key.Part(
                                                one.column,
                                                other.column,
                                                NormalForm.EXACT,
                                                Optional.of(dates.in(period)))));
            }
        }
        return found;
    }

    private static List<Period> of(Named ours, Named theirs) {
        List<Period> found = new ArrayList<>();
        if (!theirs.pattern.isPeriod()) {
            ours.spans.stream()
                    .filter(span -> !theirs.areNamesOf(span))
                    .forEach(span -> found.add(new Period(Side.RIGHT, span)));
        }
        if (!ours.pattern.isPeriod()) {
            theirs.spans.stream()
                    .filter(span -> !ours.areNamesOf(span))
                    .forEach(span -> found.add(new Period(Side.LEFT, span)));
        }
        return found;
    }

    /// A column of dates, how it is read, its different days, and the spans that they may name.
    private record Named(ColumnProfile column, DatePattern pattern, int[] days, List<Span> spans) {
        static List<Named> all(SampleSide sample) {
            return sample.columns().stream()
                    .flatMap(column ->
                            PeriodPatterns.of(sample, column).stream()
                                    .map(pattern -> of(sample, column, pattern)))
                    .toList();
        }

        private static Named of(SampleSide sample, ColumnProfile column, DatePattern pattern) {
            int[] days =
                    Arrays.stream(sample.dates(column, pattern))
                            .filter(day -> day != DatePattern.NOT_A_DATE)
                            .distinct()
                            .toArray();
            Named named = new Named(column, pattern, days, List.of());
            return new Named(
                    column,
                    pattern,
                    days,
                    candidates(pattern, days).stream().filter(named::areNamesOf).toList());
        }

        /// What is written as a month or week is its first day; any other date may name either.
        private static List<Span> candidates(DatePattern pattern, int[] days) {
            if (pattern.isPeriod()) {
                return List.of(
                        pattern.isMonth() ? new Month(false) : new Week(DayOfWeek.MONDAY, false));
            }
            if (days.length < PERIODS_MIN) {
                return List.of();
            }
            DayOfWeek day = LocalDate.ofEpochDay(days[0]).getDayOfWeek();
            return List.of(
                    new Month(false), new Month(true), new Week(day, true), new Week(day, false));
        }

        boolean areNamesOf(Span span) {
            return Arrays.stream(days).allMatch(day -> new Period(Side.LEFT, span).of(day) == day);
        }
    }

    /// The day by which the period of a day is named.
    int of(int epochDay) {
        return Math.toIntExact(LocalDate.ofEpochDay(epochDay).with(span.name()).toEpochDay());
    }

    /// The field of the side that has single days.
    FieldSource source(String column, DatePattern pattern) {
        String text = MadeField.column(column) + ".date(\"" + pattern + "\")." + span.call();
        return MadeField.of(new FieldSource.Date(column, ISO), text, ResultType.DATE);
    }
}
