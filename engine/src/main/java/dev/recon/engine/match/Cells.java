package dev.recon.engine.match;

import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;

/// The entries of one side of a block, gathered into cells of entries that are interchangeable.
///
/// Entries of a cell have the same amount, day and texts for similarity, so whatever may pair with
/// one of them may pair with each; an entry under a veto is a cell of its own. Cells stand in the
/// order bucket, amount, day (see [Grid]); within a cell entries are taken in the order of their
/// content. 12 bytes a row while it sorts, 29 bytes a cell.
final class Cells {
    private final Table table;
    private final Side side;
    private final Content content;
    private final Vetoes vetoes;
    private final Radix radix = new Radix();
    private long[] keys = new long[16];
    private boolean[] isOrdered = new boolean[16];
    private int[] places = new int[16];
    private boolean isPlaced;

    /// The rows of the block, cell after cell.
    int[] rows = new int[16];

    /// The number of cells, and of rows.
    int count;

    int rowCount;

    long[] amounts = new long[16];
    int[] days = new int[16];

    /// Where each cell begins in `rows`; one more than there are cells.
    int[] starts = new int[17];

    /// The first entry of each cell that is not taken yet.
    int[] heads = new int[16];

    /// The buckets that have cells, ascending, and the first cell of each; one more than there are.
    int[] buckets = new int[17];

    int[] bucketStarts = new int[17];
    int bucketCount;

    Cells(Table table, Side side, Content content, Vetoes vetoes) {
        this.table = table;
        this.side = side;
        this.content = content;
        this.vetoes = vetoes;
    }

    /// Gathers one side of a block.
    void fill(Block block, Grid grid) {
        rowCount = block.count(side);
        if (rows.length < rowCount) {
            int size = Math.max(rowCount, rows.length * 2);
            rows = new int[size];
            keys = new long[size];
            isOrdered = new boolean[size];
            amounts = new long[size];
            days = new int[size];
            starts = new int[size + 1];
            heads = new int[size];
            buckets = new int[size + 1];
            bucketStarts = new int[size + 1];
        }
        System.arraycopy(block.rows(side), 0, rows, 0, rowCount);
        sort(grid);
        cut();
        findBuckets(grid);
        isPlaced = false;
    }

    int size(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    int left(int cell) {
        return starts[cell + 1] - heads[cell];
    }

    /// Takes the next entry of a cell, in the order of content.
    int take(int cell) {
        order(cell);
        return rows[heads[cell]++];
    }

    /// A row that stands for its cell.
    int row(int cell) {
        return rows[starts[cell]];
    }

    /// How many entries of this side stand before the next entry of a cell, in the order date
    /// (absent last), amount, content.
    int ordinal(int cell) {
        if (!isPlaced) {
            place();
            isPlaced = true;
        }
        return places[cell] + heads[cell] - starts[cell];
    }

    private void sort(Grid grid) {
        if (grid.isPacked()) {
            sortBy(row -> grid.key(units(row), day(row)));
        } else {
            sortBy(row -> grid.dayInBucket(day(row), grid.bucket(day(row))));
            sortBy(row -> grid.amountFromMin(units(row)));
            sortBy(row -> grid.bucket(day(row)));
        }
    }

    private void sortBy(LineContent key) {
        for (int at = 0; at < rowCount; at++) {
            keys[at] = key.hash(rows[at]);
        }
        radix.sort(keys, rows, 0, rowCount);
    }

    /// Cuts the sorted rows into cells.
    private void cut() {
        count = 0;
        int from = 0;
        while (from < rowCount) {
            long amount = units(rows[from]);
            int day = day(rows[from]);
            int to = from + 1;
            while (to < rowCount && units(rows[to]) == amount && day(rows[to]) == day) {
                to++;
            }
            if (to - from > 1 && (content.hasSimilar() || !vetoes.isEmpty())) {
                cutFinely(from, to);
            } else {
                add(from, false);
            }
            from = to;
        }
        starts[count] = rowCount;
    }

    /// Cuts rows of one amount and day by their texts for similarity, and sets rows under a veto
    /// apart.
    private void cutFinely(int from, int to) {
        content.orderBySimilar(rows, from, to);
        int start = from;
        while (start < to) {
            long hash = content.similarHash(rows[start]);
            int end = start + 1;
            boolean bound = vetoes.binds(side, rows[start]);
            while (end < to && content.similarHash(rows[end]) == hash) {
                bound |= vetoes.binds(side, rows[end++]);
            }
            add(start, bound);
            if (bound) {
                content.orderByLine(rows, start, end);
                for (int at = start + 1; at < end; at++) {
                    if (vetoes.binds(side, rows[at]) || vetoes.binds(side, rows[at - 1])) {
                        add(at, true);
                    }
                }
            }
            start = end;
        }
    }

    private void add(int start, boolean ordered) {
        amounts[count] = units(rows[start]);
        days[count] = day(rows[start]);
        starts[count] = start;
        heads[count] = start;
        isOrdered[count] = ordered;
        count++;
    }

    private void findBuckets(Grid grid) {
        bucketCount = 0;
        int last = -1;
        for (int cell = 0; cell < count; cell++) {
            int bucket = grid.bucket(days[cell]);
            if (bucket != last) {
                buckets[bucketCount] = bucket;
                bucketStarts[bucketCount++] = cell;
                last = bucket;
            }
        }
        bucketStarts[bucketCount] = count;
    }

    private void order(int cell) {
        if (!isOrdered[cell]) {
            isOrdered[cell] = true;
            if (size(cell) > 1) {
                content.orderByLine(rows, starts[cell], starts[cell + 1]);
            }
        }
    }

    /// Numbers the entries by date, amount, content. Cells of the same amount and day already stand
    /// in the order of their content.
    private void place() {
        if (places.length < count) {
            places = new int[Math.max(count, places.length * 2)];
            keys = keys.length < count ? new long[places.length] : keys;
        }
        int[] order = new int[count];
        Arrays.setAll(order, cell -> cell);
        sortCells(order, cell -> amounts[cell] ^ Long.MIN_VALUE);
        sortCells(
                order,
                cell ->
                        days[cell] == DateColumn.ABSENT
                                ? Long.MAX_VALUE
                                : days[cell] - (long) Integer.MIN_VALUE);
        int before = 0;
        for (int cell : order) {
            places[cell] = before;
            before += size(cell);
        }
    }

    private void sortCells(int[] order, LineContent key) {
        for (int at = 0; at < count; at++) {
            keys[at] = key.hash(order[at]);
        }
        radix.sort(keys, order, 0, count);
    }

    private long units(int row) {
        return table.amounts().units()[row];
    }

    private int day(int row) {
        return table.dates().days()[row];
    }
}
