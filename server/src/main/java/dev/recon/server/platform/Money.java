package dev.recon.server.platform;

import dev.recon.engine.money.Currency;
import java.math.BigDecimal;

/// An amount as it leaves the server: an exact decimal text and its currency.
///
/// @param currency the code of ISO 4217; `XXX` when the data names none
/// @param value for example `-1204.50`
public record Money(String currency, String value) {
    /// The amount that `units` of 10^-decimals are.
    public static Money of(String currency, long units, int decimals) {
        return new Money(currency, decimal(currency, units, decimals));
    }

    /// A sum, with as many decimals as it needs and its currency has.
    public static Money of(String currency, BigDecimal sum) {
        BigDecimal plain = sum.stripTrailingZeros();
        int decimals = Math.max(plain.scale(), Currency.of(currency).decimals());
        return new Money(currency, plain.setScale(decimals).toPlainString());
    }

    /// Its exact decimal text.
    public static String decimal(String currency, long units, int decimals) {
        return dev.recon.engine.money.Money.value(
                units, decimals, Currency.of(currency).decimals());
    }
}
