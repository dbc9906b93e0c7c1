package dev.recon.engine.match;

import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.HashColumn;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TimeColumn;
import java.util.List;

/// The key of each open row, over several columns.
///
/// Column by column over a stretch of rows, with one loop for each type of column, so that nothing
/// is called through an interface for a row. A row that is taken costs one look, an open one about
/// 2 ns a column.
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

    boolean isOpen(int row) {
        return partners[row] == 0;
    }

    /// The hash of the key of one row, 0 when a field is absent; the same that [#fill] gives.
    long hash(int row) {
        long key = 1;
        for (Column column : columns) {
            key = joined(key, column.hash(row));
        }
        return key;
    }

    @Override
    public int fill(int from, int to, Chunk target) {
        int[] rows = target.numbers();
        long[] hashes = target.hashes();
        int count = 0;
        for (int row = from; row < to; row++) {
            if (partners[row] == 0) {
                rows[count] = row;
                hashes[count++] = 1;
            }
        }
        for (Column column : columns) {
            switch (column) {
                case AmountColumn(long[] units, _) -> addNumbers(units, rows, hashes, count);
                case TextColumn text -> addTexts(text, rows, hashes, count);
                case HashColumn(long[] values, _) -> addHashes(values, rows, hashes, count);
                case CurrencyColumn(short[] packed, _) ->
                        addCurrencies(packed, rows, hashes, count);
                case DateColumn(int[] days, _) -> addDays(days, rows, hashes, count);
                case TimeColumn(int[] seconds, _) -> addTimes(seconds, rows, hashes, count);
            }
        }
        return count;
    }

    private static void addNumbers(long[] units, int[] rows, long[] keys, int count) {
        for (int at = 0; at < count; at++) {
            keys[at] = joined(keys[at], Hash.of(units[rows[at]]));
        }
    }

    private static void addTexts(TextColumn text, int[] rows, long[] keys, int count) {
        if (!text.isShared()) {
            addHashes(text.hashes(), rows, keys, count);
            return;
        }
        int[] numbers = text.numbers();
        long[] hashes = text.hashes();
        for (int at = 0; at < count; at++) {
            keys[at] = joined(keys[at], hashes[numbers[rows[at]]]);
        }
    }

    private static void addHashes(long[] hashes, int[] rows, long[] keys, int count) {
        for (int at = 0; at < count; at++) {
            keys[at] = joined(keys[at], hashes[rows[at]]);
        }
    }

    private static void addCurrencies(short[] packed, int[] rows, long[] keys, int count) {
        for (int at = 0; at < count; at++) {
            keys[at] = joined(keys[at], Hash.of(packed[rows[at]]));
        }
    }

    private static void addDays(int[] days, int[] rows, long[] keys, int count) {
        for (int at = 0; at < count; at++) {
            int day = days[rows[at]];
            keys[at] = joined(keys[at], day == DateColumn.ABSENT ? 0 : Hash.of(day));
        }
    }

    private static void addTimes(int[] seconds, int[] rows, long[] keys, int count) {
        for (int at = 0; at < count; at++) {
            keys[at] = joined(keys[at], TimeColumn.hashOf(seconds[rows[at]]));
        }
    }

    private static long joined(long key, long hash) {
        return key == 0 || hash == 0 ? 0 : Hash.pair(key, hash);
    }
}
