package dev.recon.engine.rules;

import java.math.BigDecimal;
import java.time.LocalDate;

/// How many units of one currency one unit of another is worth, from a day on.
///
/// @param pair one unit of its first currency is worth `value` units of its second
/// @param date the first day on which it holds
/// @param value above 0
public record Rate(CurrencyPair pair, LocalDate date, BigDecimal value) {
    public Rate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("expected a rate above 0, found " + value);
        }
    }

    @Override
    public String toString() {
        return "the rate " + value.toPlainString() + " of " + pair + " of " + date;
    }
}
