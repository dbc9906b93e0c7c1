package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Dates of six figures, such as `260131`.
///
/// One in 28 numbers of six figures is such a date by its look, and some are in three orders. So
/// all cells must be, and lie within few years; and they prove it only where there are several
/// days, which come again or are of several months: numbers that count on are none of that.
public final class SixFigures {
    private static final int FIGURES = 6;
    private static final int SPAN_DAYS_MAX = 1_100;
    private static final int DAYS_MIN = 5;

    private static final List<DatePattern> PATTERNS =
            Stream.of("yyMMdd", "ddMMyy", "MMddyy").map(DatePattern::of).toList();

    private SixFigures() {}

    /// The patterns that read all of these cells, the one with the shortest time first.
    public static List<DatePattern> patterns(List<String> cells) {
        if (cells.isEmpty() || !cells.stream().allMatch(SixFigures::isSixFigures)) {
            return List.of();
        }
        record Read(DatePattern pattern, int span) {}
        List<Read> found = new ArrayList<>();
        for (DatePattern pattern : PATTERNS) {
            int first = Integer.MAX_VALUE;
            int last = Integer.MIN_VALUE;
            for (String cell : cells) {
                int day = day(pattern, cell);
                first = Math.min(first, day);
                last = Math.max(last, day);
            }
            if (first != DatePattern.NOT_A_DATE && last - first <= SPAN_DAYS_MAX) {
                found.add(new Read(pattern, last - first));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Read::span))
                .map(Read::pattern)
                .toList();
    }

    /// Do the cells prove by themselves that they are days of this pattern?
    static boolean isProved(List<String> cells, DatePattern pattern) {
        Set<String> days = new HashSet<>(cells);
        Set<Integer> months = new HashSet<>();
        for (String day : days) {
            months.add(LocalDate.ofEpochDay(day(pattern, day)).getMonthValue());
        }
        return days.size() >= DAYS_MIN && (days.size() < cells.size() || months.size() > 1);
    }

    private static int day(DatePattern pattern, String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return pattern.parse(bytes, 0, bytes.length);
    }

    private static boolean isSixFigures(String cell) {
        return cell.length() == FIGURES
                && cell.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
