package dev.recon.engine.read;

import dev.recon.engine.money.Currency;

/// Where a field of an entry comes from, and how its text is understood.
///
/// Columns are named as in the header; a file without one has columns `1`, `2`, `3` and so on.
public sealed interface FieldSource {
    /// One column with a signed amount.
    ///
    /// @param decimalMark `.` or `,`; the other one, blanks and apostrophes may group digits
    /// @param opposite is a plus on this side a minus on the other?
    record Amount(String column, char decimalMark, boolean opposite) implements FieldSource {}

    /// Two columns of which one is filled: the amount is credit minus debit.
    record DebitCredit(String debit, String credit, char decimalMark, boolean opposite)
            implements FieldSource {}

    /// A column of ISO 4217 codes.
    record CurrencyColumn(String column) implements FieldSource {}

    /// One currency for the whole file.
    record CurrencyConstant(Currency currency) implements FieldSource {}

    /// A column of dates; a time behind the date is passed over.
    record Date(String column, DatePattern pattern) implements FieldSource {}

    /// A column of text.
    record Text(String column, NormalForm form) implements FieldSource {}
}
