package dev.recon.engine.rules;

import java.math.BigDecimal;

/// What is kept of a gross amount: a share of it, rounded, and a fixed amount.
///
/// @param percent 0 to 100 with at most 4 decimals
/// @param fixed 0 or more, in the currency of the entries
/// @param rounding how the share becomes a whole number of the currency's smallest units
public record Schedule(BigDecimal percent, BigDecimal fixed, Rounding rounding) {
    /// The decimals that a percent may have.
    public static final int PERCENT_DECIMALS = 4;

    public Schedule {
        percent = plain(percent);
        fixed = plain(fixed);
        boolean known = percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0;
        if (!known || percent.scale() > PERCENT_DECIMALS || fixed.signum() < 0) {
            throw new IllegalArgumentException("no schedule: " + percent + " % + " + fixed);
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// `2.9 % + 0.30`, `26.375 %` or `0.30`, with the fixed amount written in `decimals`.
    public String words(int decimals) {
        String amount = fixed.setScale(Math.max(decimals, fixed.scale())).toPlainString();
        if (percent.signum() == 0) {
            return amount;
        }
        String share = percent.toPlainString() + " %";
        return fixed.signum() == 0 ? share : share + " + " + amount;
    }
}
