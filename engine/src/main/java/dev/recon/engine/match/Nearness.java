package dev.recon.engine.match;

import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.DateColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// How near two entries of a block must be, in units and days.
///
/// @param unitsMax the largest difference of two amounts; [Long#MAX_VALUE] for any
/// @param share the largest difference in 10^-8 of the larger amount; [#NO_SHARE] for any
/// @param daysMin the smallest number of days from the left date to the right one
/// @param daysMax the largest
/// @param shift what is added to the left amount before it is compared; 0 but for decoys
record Nearness(long unitsMax, long share, long daysMin, long daysMax, long shift) {
    static final long NO_SHARE = -1;

    /// Amounts and dates do not bind.
    static final Nearness ANY = of(new Tolerance.Any(), DayWindow.ANY, 0);

    /// The rank of two dates of which only one is known: behind every known distance.
    static final long DAYS_UNKNOWN = 1L << 33;

    /// More days than lie between any two dates.
    static final long DAYS_ANY = 1L << 32;

    private static final long WEEK = 7;
    private static final int SHARE_DECIMALS = 8;
    private static final long WHOLE = 100_000_000;

    /// @param decimals how many decimals one unit stands for
    static Nearness of(Tolerance tolerance, DayWindow days, int decimals) {
        long from = -days(days.before());
        long to = days(days.after());
        return switch (tolerance) {
            case Tolerance.Any _ -> new Nearness(Long.MAX_VALUE, NO_SHARE, from, to, 0);
            case Tolerance.Absolute(BigDecimal amount) ->
                    new Nearness(floor(amount.movePointRight(decimals)), NO_SHARE, from, to, 0);
            case Tolerance.Percent(BigDecimal percent) ->
                    new Nearness(Long.MAX_VALUE, share(percent), from, to, 0);
        };
    }

    private static long days(int bound) {
        return bound == DayWindow.UNBOUNDED ? DAYS_ANY : bound;
    }

    private static long share(BigDecimal percent) {
        long share = floor(percent.movePointRight(SHARE_DECIMALS - 2));
        if (share < 0 || share > WHOLE) {
            throw new IllegalArgumentException("expected 0 to 100 percent, found " + percent);
        }
        return share;
    }

    private static long floor(BigDecimal number) {
        return number.setScale(0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /// The same nearness, moved to where true partners are not, forth and back: candidates found
    /// there are coincidences. The window moves by whole weeks, as weekdays have habits; without a
    /// window the amounts move by whole units of the currency, as cents have habits. None when
    /// neither binds.
    List<Nearness> decoys(int decimals) {
        if (daysMin > -DAYS_ANY && daysMax < DAYS_ANY) {
            long days = Math.ceilDiv(daysMax - daysMin + 1, WEEK) * WEEK;
            return List.of(moved(days, 0), moved(-days, 0));
        }
        long whole = BigDecimal.TEN.pow(decimals).longValueExact();
        if (unitsMax < Long.MAX_VALUE / Long.SIZE) {
            long units = Math.ceilDiv(2 * unitsMax + 1, whole) * whole;
            return List.of(moved(0, units), moved(0, -units));
        }
        return List.of();
    }

    private Nearness moved(long days, long units) {
        return new Nearness(unitsMax, share, daysMin + days, daysMax + days, units);
    }

    /// Are two amounts near enough? What holds is one stretch of amounts around each amount; a
    /// decoy's left amount comes shifted.
    boolean holds(long left, long right) {
        long difference = Math.abs(left - right);
        return difference <= unitsMax
                && (share == NO_SHARE
                        || difference <= shareOf(Math.max(Math.abs(left), Math.abs(right))));
    }

    /// The share of an amount, without its fraction; exact for every amount.
    private long shareOf(long units) {
        return units / WHOLE * share + units % WHOLE * share / WHOLE;
    }

    /// May the two dates belong together? A date that is absent does not bind.
    boolean holds(int leftDay, int rightDay) {
        long days = (long) rightDay - leftDay;
        return leftDay == DateColumn.ABSENT
                || rightDay == DateColumn.ABSENT
                || (days >= daysMin && days <= daysMax);
    }

    /// How far two dates are apart, for the rank: a date only one side has is furthest.
    static long distance(int leftDay, int rightDay) {
        boolean unknown = (leftDay == DateColumn.ABSENT) ^ (rightDay == DateColumn.ABSENT);
        return unknown ? DAYS_UNKNOWN : Math.abs((long) leftDay - rightDay);
    }
}
