package dev.recon.engine.match;

import dev.recon.engine.rules.Calendars;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.DateColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// How near two entries of a block must be, in units and days.
///
/// @param below how far the right amount may lie below the left one
/// @param above how far it may lie above
/// @param daysMin the smallest number of days from the left date to the right one
/// @param daysMax the largest
/// @param week how many days a week has, or the seconds by which a decoy of moments moves
/// @param shift what is added to the left amount before it is compared; 0 but for decoys
record Nearness(Reach below, Reach above, long daysMin, long daysMax, int week, long shift) {
    static final long NO_SHARE = -1;

    /// Amounts and dates do not bind.
    static final Nearness ANY = of(new Tolerance.Any(), DayWindow.ANY, 0);

    /// The rank of two dates of which only one is known: behind every known distance.
    static final long DAYS_UNKNOWN = 1L << 33;

    /// More days than lie between any two dates.
    static final long DAYS_ANY = 1L << 32;

    private static final int WEEK = 7;
    private static final int HOUR = 3_600;
    private static final int SHARE_DECIMALS = 8;
    private static final long WHOLE = 100_000_000;

    /// How far an amount may lie to one side of another.
    ///
    /// @param units the largest difference; [Long#MAX_VALUE] for any
    /// @param share the largest difference in 10^-8 of the larger amount; [#NO_SHARE] for any
    record Reach(long units, long share) {
        static Reach of(Tolerance.Bound bound, int decimals) {
            return switch (bound) {
                case Tolerance.Any _ -> new Reach(Long.MAX_VALUE, NO_SHARE);
                case Tolerance.Absolute(BigDecimal amount) ->
                        new Reach(floor(amount.movePointRight(decimals)), NO_SHARE);
                case Tolerance.Percent(BigDecimal percent) ->
                        new Reach(Long.MAX_VALUE, shareIn(percent));
                case Tolerance.Capped(BigDecimal percent, BigDecimal cap) ->
                        new Reach(floor(cap.movePointRight(decimals)), shareIn(percent));
            };
        }

        boolean holds(long difference, long larger) {
            return difference <= units && (share == NO_SHARE || difference <= shareOf(larger));
        }

        /// The share of an amount, without its fraction; exact for every amount.
        private long shareOf(long amount) {
            return amount / WHOLE * share + amount % WHOLE * share / WHOLE;
        }
    }

    /// The nearness for entries of one currency.
    ///
    /// @param decimals how many decimals one unit stands for
    static Nearness of(Tolerance tolerance, DayWindow days, int decimals) {
        long from = -days(days.before());
        long to = days(days.after());
        int week = days.isInBusinessDays() ? Calendars.get(days.calendar()).daysAWeek() : WEEK;
        return of(tolerance, decimals).within(from, to, week);
    }

    /// The nearness of moments: seconds in place of days, and a decoy moves by whole hours.
    static Nearness of(Tolerance tolerance, TimeWindow seconds, int decimals) {
        return of(tolerance, decimals).within(-seconds.before(), seconds.after(), HOUR);
    }

    private static Nearness of(Tolerance tolerance, int decimals) {
        return switch (tolerance) {
            case Tolerance.Bound bound -> {
                Reach reach = Reach.of(bound, decimals);
                yield new Nearness(reach, reach, 0, 0, WEEK, 0);
            }
            case Tolerance.Range(Tolerance.Bound below, Tolerance.Bound above) ->
                    new Nearness(
                            Reach.of(below, decimals), Reach.of(above, decimals), 0, 0, WEEK, 0);
            case Tolerance.PerCurrency _ ->
                    throw new IllegalArgumentException("a tolerance for one currency");
        };
    }

    private Nearness within(long from, long to, int period) {
        return new Nearness(below, above, from, to, period, shift);
    }

    private static long days(int bound) {
        return bound == DayWindow.UNBOUNDED ? DAYS_ANY : bound;
    }

    private static long shareIn(BigDecimal percent) {
        return floor(percent.movePointRight(SHARE_DECIMALS - 2));
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
            long days = Math.ceilDiv(daysMax - daysMin + 1, week) * week;
            return List.of(moved(days, 0), moved(-days, 0));
        }
        long whole = BigDecimal.TEN.pow(decimals).longValueExact();
        long unitsMax = Math.max(below.units, above.units);
        if (unitsMax < Long.MAX_VALUE / Long.SIZE) {
            long units = Math.ceilDiv(2 * unitsMax + 1, whole) * whole;
            return List.of(moved(0, units), moved(0, -units));
        }
        return List.of();
    }

    private Nearness moved(long days, long units) {
        return new Nearness(below, above, daysMin + days, daysMax + days, week, units);
    }

    /// Are two amounts near enough? What holds is one stretch of amounts around each amount; a
    /// decoy's left amount comes shifted, and a share counts of the amount as it was.
    boolean holds(long left, long right) {
        long difference = right - left;
        long larger = Math.max(Math.abs(left - shift), Math.abs(right));
        return difference < 0 ? below.holds(-difference, larger) : above.holds(difference, larger);
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
