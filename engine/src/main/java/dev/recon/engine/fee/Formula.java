package dev.recon.engine.fee;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.rules.Schedule;
import java.math.BigDecimal;

/// A schedule for the amounts of one run and currency, in whole numbers.
///
/// @param rate the share in millionths
/// @param fixed the fixed part, in units of the run's scale
/// @param rounding how the share becomes whole steps
/// @param step the smallest unit of the currency, in units of the run's scale; 1 to [#STEP_MAX]
public record Formula(long rate, long fixed, Rounding rounding, long step) {
    /// A larger step would make products overflow.
    static final long STEP_MAX = 1_000_000;

    private static final long WHOLE = 1_000_000;
    private static final int RATE_DECIMALS = 6;

    /// How many units of the run's scale the smallest unit of a currency has; may be above
    /// [#STEP_MAX].
    public static long step(Currency currency, int decimals) {
        return powerOfTen(Math.max(0, decimals - currency.decimals()));
    }

    private static long powerOfTen(int exponent) {
        return BigDecimal.TEN.pow(exponent).longValueExact();
    }

    /// Can a schedule be counted in units of these decimals?
    public static boolean isCountable(Currency currency, int decimals) {
        return step(currency, decimals) <= STEP_MAX;
    }

    public static Formula of(Schedule schedule, Currency currency, int decimals) {
        return of(schedule, step(currency, decimals), decimals);
    }

    /// The same, where the smallest unit of the currency is known.
    ///
    /// @param step in units of the run's scale
    public static Formula of(Schedule schedule, long step, int decimals) {
        long rate = schedule.percent().movePointRight(RATE_DECIMALS - 2).longValueExact();
        long fixed = schedule.fixed().movePointRight(decimals).longValueExact();
        return new Formula(rate, fixed, schedule.rounding(), step);
    }

    Schedule schedule(int decimals) {
        return new Schedule(
                BigDecimal.valueOf(rate, RATE_DECIMALS - 2),
                BigDecimal.valueOf(fixed, decimals),
                rounding);
    }

    /// What is kept of a gross amount of 0 or more: exact for every amount that a run may have.
    public long fee(long gross) {
        long whole = WHOLE * step;
        long low = gross % whole * rate;
        long steps = gross / whole * rate + low / whole;
        return (steps + (isUp(steps, low % whole, whole) ? 1 : 0)) * step + fixed;
    }

    /// What is left of a signed gross amount; the amount itself where the fee is not less.
    public long net(long gross) {
        long size = Math.abs(gross);
        long left = size - fee(size);
        return left <= 0 ? gross : gross < 0 ? -left : left;
    }

    /// Does an entry take part, of whose amount [#net] is left: is something kept of it?
    public static boolean isKept(long gross, long net) {
        return net != gross;
    }

    private boolean isUp(long steps, long rest, long whole) {
        return switch (rounding) {
            case HALF_UP -> 2 * rest >= whole;
            case HALF_DOWN -> 2 * rest > whole;
            case HALF_EVEN -> 2 * rest > whole || (2 * rest == whole && (steps & 1) == 1);
            case DOWN -> false;
            case UP -> rest > 0;
        };
    }

    /// How far a fee is from this formula without its rounding, in 10^-6 steps, roughly.
    double distance(long gross, long fee) {
        return Math.abs((double) fee - fixed - (double) rate * gross / WHOLE) / step;
    }
}
