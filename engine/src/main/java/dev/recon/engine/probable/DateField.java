package dev.recon.engine.probable;

import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Side;
import java.time.LocalDate;
import java.util.List;

/// Dates: the days that the right one lies after or before the left one; far ones may still have
/// nearly the same digits, as a mistyped date of birth has.
///
/// @param left the days of the left entries, by place
/// @param right the days of the right entries, by place
record DateField(String name, int[] left, int[] right) implements Field {
    private static final int[] DAYS = {0, 1, 2, 4, 7, 10, 14, 21, 30, 45};
    private static final int NEAR = 2 * DAYS.length - 1;
    private static final int FEW_DIGITS = NEAR;
    private static final int SOME_DIGITS = NEAR + 1;
    private static final int FAR = NEAR + 2;
    private static final int WEEK = 8;
    private static final int MONTH = 40;

    @Override
    public int levels() {
        return FAR + 1;
    }

    @Override
    public String words(int level) {
        if (level == 0) {
            return "the same day";
        }
        if (level >= NEAR) {
            return level == FEW_DIGITS
                    ? "one digit differs, or day and month are swapped"
                    : level == SOME_DIGITS ? "two digits differ" : "far apart";
        }
        int from = DAYS[(level + 1) / 2 - 1] + 1;
        int to = DAYS[(level + 1) / 2];
        String days =
                from == to ? from + (to == 1 ? " day" : " days") : from + " to " + to + " days";
        return days + (level % 2 == 1 ? " later on the right" : " earlier on the right");
    }

    @Override
    public int mirrored(int level) {
        return level == 0 || level >= NEAR ? level : (level - 1 ^ 1) + 1;
    }

    @Override
    public int rank(int level) {
        return (level + 1) / 2;
    }

    @Override
    public int level(int leftPlace, int rightPlace, TextMemory memory) {
        return level(left[leftPlace], right[rightPlace]);
    }

    static int level(int from, int to) {
        if (from == DateColumn.ABSENT || to == DateColumn.ABSENT) {
            return ABSENT;
        }
        int days = Math.abs(to - from);
        for (int step = 0; step < DAYS.length; step++) {
            if (days <= DAYS[step]) {
                return step == 0 ? 0 : 2 * step - (to > from ? 1 : 0);
            }
        }
        int differing = differing(from, to);
        return differing <= 1 ? FEW_DIGITS : differing == 2 ? SOME_DIGITS : FAR;
    }

    /// How many of the digits of year, month and day differ; 1 when day and month are swapped.
    private static int differing(int from, int to) {
        LocalDate one = LocalDate.ofEpochDay(from);
        LocalDate other = LocalDate.ofEpochDay(to);
        if (one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue()) {
            return 1;
        }
        int ours = one.getYear() * 10_000 + one.getMonthValue() * 100 + one.getDayOfMonth();
        int theirs = other.getYear() * 10_000 + other.getMonthValue() * 100 + other.getDayOfMonth();
        int differing = 0;
        for (; ours > 0 || theirs > 0; ours /= 10, theirs /= 10) {
            differing += ours % 10 == theirs % 10 ? 0 : 1;
        }
        return differing;
    }

    private int day(Side side, int place) {
        return (side == Side.LEFT ? left : right)[place];
    }

    @Override
    public long value(Side side, int place) {
        int day = day(side, place);
        return day == DateColumn.ABSENT ? 0 : Hash.of(day);
    }

    @Override
    public List<BlockKey> blockKeys() {
        return List.of(
                new BlockKey("the same " + name, 1, spans(1, 1)),
                new BlockKey(name + " within days", 2, spans(WEEK, 2)),
                new BlockKey(name + " within a month", 2, spans(MONTH, 2)));
    }

    /// Spans of so many days, and the same shifted by half.
    private BlockKey.Source spans(int days, int count) {
        return (side, place, keys) -> {
            int day = day(side, place);
            if (day == DateColumn.ABSENT) {
                return 0;
            }
            for (int shift = 0; shift < count; shift++) {
                keys[shift] = Hash.pair(days + shift, Math.floorDiv(day + shift * days / 2, days));
            }
            return count;
        };
    }
}
