package dev.recon.engine.table;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/// Times of day as seconds from the midnight on which the date of an entry begins; 4 bytes a row.
///
/// A zone that was written with a time, or a clock that is ahead, may move it before that midnight,
/// or behind the next.
///
/// @param seconds one number a row, [#ABSENT] where there is no time; what stands behind the last
///   row says nothing
/// @param rows the number of rows
public record TimeColumn(int[] seconds, int rows) implements Column {
    public static final int ABSENT = Integer.MIN_VALUE;

    private static final int DAY = 86_400;

    public TimeColumn(int[] seconds) {
        this(seconds, seconds.length);
    }

    /// A time as `14:02:11`, whatever day it belongs to; empty for [#ABSENT].
    public static String text(int seconds) {
        return seconds == ABSENT
                ? ""
                : LocalTime.ofSecondOfDay(Math.floorMod(seconds, DAY))
                        .format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    /// The hash of a time, whatever day it belongs to; 0 for [#ABSENT].
    public static long hashOf(int seconds) {
        return seconds == ABSENT ? 0 : Hash.of(Math.floorMod(seconds, DAY));
    }

    @Override
    public boolean isPresent(int row) {
        return seconds[row] != ABSENT;
    }

    @Override
    public long hash(int row) {
        return hashOf(seconds[row]);
    }

    @Override
    public boolean isSame(int row, Column other, int otherRow) {
        return other instanceof TimeColumn(int[] theirs, _)
                && isPresent(row)
                && theirs[otherRow] != ABSENT
                && Math.floorMod(seconds[row], DAY) == Math.floorMod(theirs[otherRow], DAY);
    }
}
