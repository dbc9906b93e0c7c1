package dev.recon.engine.rate;

import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.Rate;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.table.Limits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/// A rate as it converts the amounts of a run: multiplied, or divided by where the rule set states
/// the way back.
///
/// @param pair from which currency into which
/// @param rate as the rule set has it
/// @param step the smallest unit of the target currency, in units of the run's scale
record Quote(CurrencyPair pair, Rate rate, Rounding rounding, BigDecimal step) {
    /// @param decimals how many decimals one unit of the run stands for
    static Quote of(CurrencyPair pair, Rate rate, Rounding rounding, int decimals) {
        int spare = Math.max(0, decimals - pair.to().decimals());
        return new Quote(pair, rate, rounding, BigDecimal.TEN.pow(spare));
    }

    boolean isTurned() {
        return !rate.pair().equals(pair);
    }

    /// What an amount is worth, rounded once from the exact number to whole smallest units of the
    /// target currency; empty when it is larger than an amount may be.
    OptionalLong convert(long units) {
        BigDecimal amount = BigDecimal.valueOf(units);
        RoundingMode mode = mode(rounding);
        BigDecimal steps =
                isTurned()
                        ? amount.divide(rate.value().multiply(step), 0, mode)
                        : amount.multiply(rate.value()).divide(step, 0, mode);
        BigDecimal worth = steps.multiply(step);
        return worth.abs().compareTo(BigDecimal.valueOf(Limits.UNITS_MAX)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(worth.longValueExact());
    }

    private static RoundingMode mode(Rounding rounding) {
        return switch (rounding) {
            case HALF_UP -> RoundingMode.HALF_UP;
            case HALF_EVEN -> RoundingMode.HALF_EVEN;
            case HALF_DOWN -> RoundingMode.HALF_DOWN;
            case DOWN -> RoundingMode.DOWN;
            case UP -> RoundingMode.UP;
        };
    }
}
