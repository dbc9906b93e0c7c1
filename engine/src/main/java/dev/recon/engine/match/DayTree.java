package dev.recon.engine.match;

import dev.recon.engine.table.DateColumn;

/// The cells of one side by their days, so that a search through a day window that is open to one
/// end jumps over all cells on the wrong side of its other end.
///
/// A binary tree over the places of the cells; a node has the latest day below it, or the earliest.
/// 8 bytes a cell; a search looks at about twice the logarithm of their number of nodes. Cells
/// without a date are within every window.
final class DayTree {
    private static final int REMOVED = Integer.MIN_VALUE;

    private End end = new End(0, true);
    private int[] tops = new int[2];
    private int leaves = 1;
    private int count;

    /// The one end of a window, seen from an entry of the searching side.
    ///
    /// @param days how far from its day the end lies
    /// @param isFirst does the window begin there? else it ends there
    record End(long days, boolean isFirst) {}

    /// What the top of a cell must reach to be within the window of an entry of this day.
    int bound(int day) {
        if (day == DateColumn.ABSENT) {
            return REMOVED + 1;
        }
        long last = day + end.days;
        return (int) Math.clamp(end.isFirst ? last : ~last, REMOVED + 1L, (long) Integer.MAX_VALUE);
    }

    /// Takes all cells of a side.
    void fill(Cells cells, End window) {
        end = window;
        count = cells.count;
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, count - 1)) << 1);
        if (tops.length < 2 * leaves) {
            tops = new int[2 * leaves];
        }
        for (int cell = 0; cell < leaves; cell++) {
            tops[leaves + cell] = cell < count ? top(cells.days[cell]) : REMOVED;
        }
        for (int node = leaves - 1; node > 0; node--) {
            tops[node] = Math.max(tops[2 * node], tops[2 * node + 1]);
        }
    }

    /// Days as numbers of which the larger are within.
    private int top(int day) {
        return day == DateColumn.ABSENT ? Integer.MAX_VALUE : end.isFirst ? day : ~day;
    }

    void remove(int cell) {
        int node = leaves + cell;
        tops[node] = REMOVED;
        for (node >>= 1; node > 0; node >>= 1) {
            tops[node] = Math.max(tops[2 * node], tops[2 * node + 1]);
        }
    }

    /// The first cell within from `cell` on; the number of cells when there is none.
    int from(int cell, int bound) {
        if (cell >= count) {
            return count;
        }
        int node = leaves + cell;
        while (tops[node] < bound) {
            while ((node & 1) == 1) {
                node >>= 1;
            }
            if (node == 0) {
                return count;
            }
            node++;
        }
        while (node < leaves) {
            node = tops[2 * node] >= bound ? 2 * node : 2 * node + 1;
        }
        return node - leaves;
    }

    /// The last cell within up to `cell`, -1 when there is none.
    int upTo(int cell, int bound) {
        if (cell < 0) {
            return -1;
        }
        int node = leaves + cell;
        while (tops[node] < bound) {
            while ((node & 1) == 0) {
                node >>= 1;
            }
            if (node == 1) {
                return -1;
            }
            node--;
        }
        while (node < leaves) {
            node = tops[2 * node + 1] >= bound ? 2 * node + 1 : 2 * node;
        }
        return node - leaves;
    }
}
