package dev.recon.engine.match;

import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.HashColumn;
import dev.recon.engine.table.TextColumn;
import java.util.List;

/// The key of each open row, over several columns.
///
/// Column by column over a stretch of rows, with one loop for each type of column, so that nothing
/// is called through an interface for a row. About 2 ns a row and column.
final class RowKeys implements KeySource {
    private final List<Column> columns;
    private final int[] partners;

    /// @param partners for each row 0 when it is open; other rows take no part
    RowKeys(List<Column> columns, int[] partners) {
        this.columns = columns;
        this.partners = partners;
    }

    @Override
    public int count() {
        return partners.length;
    }

    @Override
    public void fill(int from, int to, long[] target) {
        for (int row = from; row < to; row++) {
            target[row - from] = partners[row] == 0 ? 1 : 0;
        }
        for (Column column : columns) {
            switch (column) {
                case AmountColumn(long[] units) -> addNumbers(units, from, to, target);
                case TextColumn text -> addHashes(text.hashes(), from, to, target);
                case HashColumn(long[] hashes) -> addHashes(hashes, from, to, target);
                case CurrencyColumn(short[] packed) -> addCurrencies(packed, from, to, target);
                case DateColumn(int[] days) -> addDays(days, from, to, target);
            }
        }
    }

    private static void addNumbers(long[] units, int from, int to, long[] target) {
        for (int row = from; row < to; row++) {
            add(target, row - from, Hash.of(units[row]));
        }
    }

    private static void addHashes(long[] hashes, int from, int to, long[] target) {
        for (int row = from; row < to; row++) {
            add(target, row - from, hashes[row]);
        }
    }

    private static void addCurrencies(short[] packed, int from, int to, long[] target) {
        for (int row = from; row < to; row++) {
            add(target, row - from, Hash.of(packed[row]));
        }
    }

    private static void addDays(int[] days, int from, int to, long[] target) {
        for (int row = from; row < to; row++) {
            int day = days[row];
            add(target, row - from, day == DateColumn.ABSENT ? 0 : Hash.of(day));
        }
    }

    private static void add(long[] target, int at, long hash) {
        long before = target[at];
        target[at] = before == 0 || hash == 0 ? 0 : Hash.pair(before, hash);
    }
}
