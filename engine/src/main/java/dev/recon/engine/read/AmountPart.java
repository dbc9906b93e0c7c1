package dev.recon.engine.read;

import dev.recon.engine.money.Currency;
import java.util.Optional;

/// One of several columns of which a row fills one with its amount.
///
/// @param isDebit is it one of debits, which count with the other sign?
/// @param currency the currency of what stands in it, where the columns are one for each
public record AmountPart(String column, boolean isDebit, Optional<Currency> currency) {
    /// A column that only says the sign.
    public static AmountPart of(String column, boolean isDebit) {
        return new AmountPart(column, isDebit, Optional.empty());
    }
}
