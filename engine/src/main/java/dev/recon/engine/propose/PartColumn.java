package dev.recon.engine.propose;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.AmountPart;
import dev.recon.engine.read.ColumnProfile;
import java.util.Optional;

/// A column that an amount stands in, alone or as one of several, with what its place says.
///
/// @param isNegative is it one of debits that are written with their minus?
record PartColumn(
        ColumnProfile column, boolean isDebit, boolean isNegative, Optional<Currency> currency) {
    static PartColumn of(ColumnProfile column, boolean isDebit, Optional<Currency> currency) {
        return new PartColumn(column, isDebit, false, currency);
    }

    /// The same column; a debit is taken as it stands.
    PartColumn negative() {
        return new PartColumn(column, isDebit, isDebit, currency);
    }

    /// The same place, in another column.
    PartColumn in(ColumnProfile other) {
        return new PartColumn(other, isDebit, isNegative, currency);
    }

    AmountPart named() {
        return new AmountPart(column.name(), isDebit, currency);
    }
}
