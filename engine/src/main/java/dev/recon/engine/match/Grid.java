package dev.recon.engine.match;

import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;

/// The ground on which the entries of one block lie: amount by day, the days cut into buckets.
///
/// A bucket is half as wide as the day window, so that the candidates of an entry lie in at most
/// three buckets and, within each, side by side in the order of amounts. Without a window, or with
/// one that is open to one end, there is one bucket. Entries without a date have the last bucket.
final class Grid {
    private final Table left;
    private final Table right;
    private final Nearness nearness;
    private long amountMin;
    private long amountMax;
    private int dayMin;
    private int dayMax;
    private int width;
    private int buckets;
    private int dayBits;
    private int amountBits;

    Grid(Table left, Table right, Nearness nearness) {
        this.left = left;
        this.right = right;
        this.nearness = nearness;
    }

    /// Lays out the ground for a block.
    void measure(Block block) {
        amountMin = Long.MAX_VALUE;
        amountMax = Long.MIN_VALUE;
        dayMin = Integer.MAX_VALUE;
        dayMax = Integer.MIN_VALUE;
        boolean dated = measure(left, block, Side.LEFT);
        dated &= measure(right, block, Side.RIGHT);
        long span = dayMax < dayMin ? 1 : (long) dayMax - dayMin + 1;
        long window = 1 + nearness.daysMax() - nearness.daysMin();
        width = (int) (dated ? Math.min(span, (window + 1) / 2) : span);
        buckets = (int) ((span + width - 1) / width);
        dayBits = bits(width - 1);
        amountBits = bits(amountMax - amountMin);
    }

    /// Does the side have a date at all?
    private boolean measure(Table table, Block block, Side side) {
        int[] rows = block.rows(side);
        long[] units = table.amounts().units();
        int[] days = table.dates().days();
        boolean dated = false;
        for (int at = 0; at < block.count(side); at++) {
            amountMin = Math.min(amountMin, units[rows[at]]);
            amountMax = Math.max(amountMax, units[rows[at]]);
            int day = days[rows[at]];
            if (day != DateColumn.ABSENT) {
                dated = true;
                dayMin = Math.min(dayMin, day);
                dayMax = Math.max(dayMax, day);
            }
        }
        return dated;
    }

    private static int bits(long largest) {
        return Long.SIZE - Long.numberOfLeadingZeros(largest);
    }

    /// Does the window bind one way only, as far as the dates of this block go?
    boolean isHalfOpen() {
        return isOpenAfter() != (-nearness.daysMin() >= (long) dayMax - dayMin);
    }

    private boolean isOpenAfter() {
        return nearness.daysMax() >= (long) dayMax - dayMin;
    }

    /// The end that binds, for entries of a side that search the other one.
    DayTree.End end(Side from) {
        boolean left = from == Side.LEFT;
        long days = isOpenAfter() ? nearness.daysMin() : nearness.daysMax();
        return new DayTree.End(left ? days : -days, left == isOpenAfter());
    }

    /// The bucket of a day.
    int bucket(int day) {
        return day == DateColumn.ABSENT ? buckets : (day - dayMin) / width;
    }

    /// The bucket of any day: 0 for one before all of them, [#bucketUndated] for one behind.
    int bucketOf(long day) {
        return (int) Math.clamp(Math.floorDiv(day - dayMin, (long) width), 0L, (long) buckets);
    }

    /// The first bucket with days that lie at least `days` after some day of `bucket`.
    int bucketMin(int bucket, long days) {
        long first = Math.floorDiv((long) bucket * width + days, (long) width);
        return (int) Math.clamp(first, 0L, (long) buckets);
    }

    /// The last bucket with days that lie at most `days` after some day of `bucket`.
    int bucketMax(int bucket, long days) {
        long day = (long) bucket * width + width - 1 + days;
        return (int) Math.min(buckets - 1, Math.floorDiv(day, (long) width));
    }

    /// The bucket of entries without a date.
    int bucketUndated() {
        return buckets;
    }

    /// Do bucket, amount and day fit one sort key?
    boolean isPacked() {
        return dayBits + amountBits + bits(buckets) <= Long.SIZE;
    }

    /// The place of an entry in the order bucket, amount, day; only if [#isPacked].
    long key(long amount, int day) {
        int bucket = bucket(day);
        return ((long) bucket << (amountBits + dayBits))
                | ((amount - amountMin) << dayBits)
                | dayInBucket(day, bucket);
    }

    int dayInBucket(int day, int bucket) {
        return day == DateColumn.ABSENT ? 0 : day - dayMin - bucket * width;
    }

    /// An amount as a number from 0 up.
    long amountFromMin(long amount) {
        return amount - amountMin;
    }
}
