package dev.recon.engine.table;

/// The values of one field, one for each row.
///
/// Two rows have the same value when [#isSame] says so; equal values have equal hashes, so a join
/// compares hashes first. A row without a value is absent, and absent is the same as nothing.
public sealed interface Column
        permits AmountColumn, CurrencyColumn, DateColumn, TimeColumn, TextColumn, HashColumn {
    /// The number of rows.
    int rows();

    boolean isPresent(int row);

    /// A well-mixed 64-bit hash of the value; 0 exactly when it is absent.
    long hash(int row);

    /// Is the value of `row` the value of `otherRow` in `other`, a column of the same type?
    boolean isSame(int row, Column other, int otherRow);
}
