package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How columns are read that may name periods: dates as they are, and months without a day.
///
/// By their cells alone months are no dates: `2026-03` may be an invoice, `202603` an amount, and
/// `03.2026` a rate. Only sums that agree by them show what they are.
final class PeriodPatterns {
    private static final int DAY_MIN = (int) LocalDate.of(1990, 1, 1).toEpochDay();
    private static final int DAY_MAX = (int) LocalDate.of(2060, 1, 1).toEpochDay();

    private static final List<DatePattern> MONTHS =
            Stream.of(
                            "yyyy-MM",
                            "yyyy/MM",
                            "yyyy.MM",
                            "yyyyMM",
                            "MM/yyyy",
                            "MM.yyyy",
                            "MM-yyyy",
                            "M/yyyy",
                            "M.yyyy",
                            "MMM yyyy",
                            "MMM-yyyy",
                            "MMM yy",
                            "MMM-yy",
                            "yyyy年M月")
                    .map(DatePattern::of)
                    .toList();

    private PeriodPatterns() {}

    static List<DatePattern> of(SampleSide sample, ColumnProfile column) {
        return switch (column.type()) {
            case ColumnType.Date date -> date.patterns();
            case ColumnType.Code _, ColumnType.Text _, ColumnType.Amount _ ->
                    MONTHS.stream()
                            .filter(pattern -> isOfOurTime(day(pattern, column)))
                            .filter(pattern -> areMonths(sample, column, pattern))
                            .limit(1)
                            .toList();
            case ColumnType.Empty _, ColumnType.Currency _ -> List.of();
        };
    }

    /// The day of the first cell.
    private static int day(DatePattern pattern, ColumnProfile column) {
        byte[] bytes = column.samples().getFirst().getBytes(StandardCharsets.UTF_8);
        return pattern.parse(bytes, 0, bytes.length);
    }

    private static boolean areMonths(SampleSide sample, ColumnProfile column, DatePattern pattern) {
        int[] days = sample.dates(column, pattern);
        return IntStream.range(0, days.length)
                .filter(row -> !sample.cell(row, column).isEmpty())
                .allMatch(row -> isOfOurTime(days[row]));
    }

    private static boolean isOfOurTime(int day) {
        return day >= DAY_MIN && day <= DAY_MAX;
    }
}
