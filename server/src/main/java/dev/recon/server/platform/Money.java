package dev.recon.server.platform;

import dev.recon.engine.money.Currency;

/// An amount as it leaves the server: an exact decimal text and its currency.
///
/// @param currency the code of ISO 4217; `XXX` when the data names none
/// @param value for example `-1204.50`
public record Money(String currency, String value) {
    /// The amount that `units` of 10^-decimals are.
    public static Money of(String currency, long units, int decimals) {
        return new Money(currency, decimal(currency, units, decimals));
    }

    /// Its exact decimal text.
    public static String decimal(String currency, long units, int decimals) {
        return dev.recon.engine.money.Money.value(
                units, decimals, Currency.of(currency).decimals());
    }
}
