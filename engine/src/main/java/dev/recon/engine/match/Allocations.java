package dev.recon.engine.match;

import java.util.Arrays;

/// How much of an entry its match uses, for the entries of one side that are used in part only.
///
/// 12 bytes an entry of this kind, none for the others; found by binary search once it is sorted.
final class Allocations {
    private int[] rows = new int[0];
    private long[] units = new long[0];
    private int count;

    /// Takes a row that has no allocation yet.
    void add(int row, long used) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, Math.max(16, count * 2));
            units = Arrays.copyOf(units, rows.length);
        }
        rows[count] = row;
        units[count++] = used;
    }

    void addAll(Allocations others) {
        for (int at = 0; at < others.count; at++) {
            add(others.rows[at], others.units[at]);
        }
    }

    int count() {
        return count;
    }

    int row(int place) {
        return rows[place];
    }

    long units(int place) {
        return units[place];
    }

    /// The same, ascending by row.
    Allocations sorted() {
        long[] order = new long[count];
        for (int at = 0; at < count; at++) {
            order[at] = (long) rows[at] << Integer.SIZE | at;
        }
        Arrays.sort(order);
        Allocations sorted = new Allocations();
        for (long place : order) {
            sorted.add(rows[(int) place], units[(int) place]);
        }
        return sorted;
    }

    /// The place of a row when they are [#sorted], negative when it is not used in part.
    int find(int row) {
        return count == 0 ? -1 : Arrays.binarySearch(rows, 0, count, row);
    }
}
