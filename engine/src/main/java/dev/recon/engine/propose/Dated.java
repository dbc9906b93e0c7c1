package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.SixFigures;
import dev.recon.engine.table.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A column that may hold the date of its entries, and how it would be read.
record Dated(ColumnProfile column, DatePattern pattern) {
    private static final int COUNTED_FIRST = 7_305; // 1990-01-01
    private static final int COUNTED_LAST = 32_872; // 2060-01-01

    /// All of a side.
    ///
    /// @param hasAmounts are the entries money? Else a date must be readable in every line
    static List<Dated> find(Draft draft, Side side, boolean hasAmounts) {
        List<Dated> dated = new ArrayList<>();
        for (ColumnProfile column : draft.sample(side).columns()) {
            boolean isOther =
                    draft.batchBy
                            .filter(by -> by.of() == side)
                            .flatMap(BatchBy::day)
                            .filter(day -> !day.column().equals(column))
                            .isPresent();
            if (isOther || !draft.isFree(side, column)) {
                continue;
            }
            boolean readable = hasAmounts || column.confidence() == 1;
            switch (column.type()) {
                case ColumnType.Date date -> {
                    if (readable) {
                        date.patterns().forEach(pattern -> dated.add(new Dated(column, pattern)));
                    }
                }
                case ColumnType.Amount _ -> {
                    counted(column).forEach(one -> dated.add(new Dated(column, one)));
                    dated.addAll(sixFigures(draft, side, column));
                    dated.addAll(months(draft, side, column));
                }
                case ColumnType.Code _ -> {
                    dated.addAll(sixFigures(draft, side, column));
                    dated.addAll(months(draft, side, column));
                }
                case ColumnType.Text _ -> dated.addAll(months(draft, side, column));
                case ColumnType.Empty _, ColumnType.Currency _ -> {}
            }
        }
        return dated;
    }

    /// Do the cells, or the name of the column, say that it is a date? Else paired entries must.
    boolean isProved() {
        return column.type() instanceof ColumnType.Date;
    }

    /// The ways in which the numbers of a column may count days of our time.
    private static List<DatePattern> counted(ColumnProfile column) {
        return DatePattern.counted().stream()
                .filter(pattern ->
                        column.samples().stream().allMatch(cell -> isOfOurTime(pattern, cell)))
                .toList();
    }

    /// Months without a day, as `03/2026`, where paired entries can show that they are that.
    private static List<Dated> months(Draft draft, Side side, ColumnProfile column) {
        return draft.pairs.count() < DateFinder.LEARNT_PAIRS_MIN
                ? List.of()
                : PeriodPatterns.of(draft.sample(side), column).stream()
                        .map(pattern -> new Dated(column, pattern))
                        .toList();
    }

    private static boolean isOfOurTime(DatePattern pattern, String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        int day = pattern.parse(bytes, 0, bytes.length);
        return day >= COUNTED_FIRST && day <= COUNTED_LAST;
    }

    /// Six figures that the cells alone do not prove to be days: where the name says so, it is
    /// believed, and paired entries or a person tell the order.
    private static List<Dated> sixFigures(Draft draft, Side side, ColumnProfile column) {
        if (SixFigures.patterns(column.samples()).isEmpty()) {
            return List.of();
        }
        SampleSide sample = draft.sample(side);
        List<DatePattern> patterns =
                SixFigures.patterns(
                        IntStream.range(0, sample.rows())
                                .mapToObj(row -> sample.cell(row, column))
                                .filter(cell -> !cell.isEmpty())
                                .toList());
        boolean isNamed = Role.DATE.isHinted(column.name());
        if (!isNamed && draft.pairs.count() < DateFinder.LEARNT_PAIRS_MIN) {
            return List.of();
        }
        ColumnProfile read = isNamed ? column.with(new ColumnType.Date(patterns, 0)) : column;
        return patterns.stream().map(pattern -> new Dated(read, pattern)).toList();
    }
}
