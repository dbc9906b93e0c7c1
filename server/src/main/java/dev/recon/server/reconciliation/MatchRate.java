package dev.recon.server.reconciliation;

import java.math.BigInteger;
import java.util.List;

/// How much is matched, in percent with two decimals, cut and never rounded up.
///
/// @param byCount of the entries of both sides
/// @param byValue per currency, of the absolute amounts of both sides; none where all are zero, as
///   in tables without amounts
public record MatchRate(String byCount, List<CurrencyRate> byValue) {
    private static final BigInteger HUNDREDTHS = BigInteger.valueOf(10_000);

    /// The share of one currency.
    public record CurrencyRate(String currency, String percent) {}

    /// `part` of `whole` in percent; nothing of nothing is 0.
    public static String percent(long part, long whole) {
        if (whole == 0) {
            return "0.00";
        }
        long hundredths =
                BigInteger.valueOf(part)
                        .multiply(HUNDREDTHS)
                        .divide(BigInteger.valueOf(whole))
                        .longValueExact();
        return hundredths / 100 + "." + hundredths % 100 / 10 + hundredths % 10;
    }
}
