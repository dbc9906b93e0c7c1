package dev.recon.engine.match;

import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.List;

/// The entries of one side of a block in the order date (absent last), amount without sign,
/// content, so that what may be a part of a target lies in one stretch.
///
/// 20 bytes an entry; grows with the largest block of its thread.
final class SumSide {
    private final Side side;
    private final Table table;
    private final Content content;
    private final Radix radix = new Radix();
    private long[] keys = new long[0];

    int[] rows = new int[0];
    int count;

    /// How many of the rows have a date; the others stand behind them.
    int dated;

    SumSide(Stage stage, Side side) {
        this.side = side;
        this.table = stage.table(side);
        this.content = new Content(table, List.of(), stage.inputs().content(side));
    }

    long units(int place) {
        return table.amounts().units()[rows[place]];
    }

    int day(int place) {
        return table.dates().days()[rows[place]];
    }

    void fill(Block block) {
        count = block.count(side);
        if (rows.length < count) {
            rows = new int[count * 2];
            keys = new long[count * 2];
        }
        System.arraycopy(block.rows(side), 0, rows, 0, count);
        for (int at = 0; at < count; at++) {
            keys[at] = Math.abs(units(at));
        }
        radix.sort(keys, rows, 0, count);
        dated = 0;
        for (int at = 0; at < count; at++) {
            boolean absent = day(at) == DateColumn.ABSENT;
            keys[at] = absent ? Long.MAX_VALUE : day(at) - (long) Integer.MIN_VALUE;
            dated += absent ? 0 : 1;
        }
        radix.sort(keys, rows, 0, count);
        orderTwins();
    }

    private void orderTwins() {
        int start = 0;
        for (int end = 1; end <= count; end++) {
            boolean ends = end == count || day(end) != day(start) || units(end) != units(start);
            if (ends && end - start > 1) {
                content.orderByLine(rows, start, end);
            }
            start = ends ? end : start;
        }
    }

    /// The first place whose date is this day or later.
    int from(long day) {
        int low = 0;
        int high = dated;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day(middle) < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The rows at these places, ascending.
    int[] rows(int[] places) {
        int[] found = new int[places.length];
        for (int at = 0; at < places.length; at++) {
            found[at] = rows[places[at]];
        }
        Arrays.sort(found);
        return found;
    }
}
