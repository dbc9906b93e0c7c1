package dev.recon.engine.match;

import dev.recon.engine.table.DateColumn;

/// The earliest and the latest date of some entries; absent ones do not count.
final class DaySpan {
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    DaySpan plus(SideSubsets side, int[] places) {
        for (int place : places) {
            int day = side.day(place);
            if (day != DateColumn.ABSENT) {
                first = Math.min(first, day);
                last = Math.max(last, day);
            }
        }
        return this;
    }

    long days() {
        return last < first ? 0 : last - first;
    }
}
