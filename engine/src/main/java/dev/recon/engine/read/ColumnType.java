package dev.recon.engine.read;

import java.util.List;

/// What the cells of a column are, judged by the cells alone.
public sealed interface ColumnType {
    /// Every cell seen is empty.
    record Empty() implements ColumnType {}

    /// Numbers that may be money.
    ///
    /// @param decimalMark the mark that reads most cells, `.` where nothing tells
    /// @param decimals the most decimals seen
    /// @param isMarkProved is there a cell that only this mark can read?
    /// @param fractionShare how many of the cells have decimals, 0 to 1
    record Amount(char decimalMark, int decimals, boolean isMarkProved, double fractionShare)
            implements ColumnType {}

    /// Dates.
    ///
    /// @param patterns every pattern that reads the cells, the likeliest first; more than one when
    ///   day and month cannot be told apart
    /// @param proofs how many cells only the first pattern reads
    record Date(List<DatePattern> patterns, int proofs) implements ColumnType {
        public Date {
            patterns = List.copyOf(patterns);
        }
    }

    /// ISO 4217 codes.
    record Currency() implements ColumnType {}

    /// Words without blanks: references, account numbers, statuses.
    record Code(int lengthMin, int lengthMax) implements ColumnType {}

    /// Anything else.
    record Text() implements ColumnType {}

    /// The word that a page shows.
    default String word() {
        return switch (this) {
            case Empty _ -> "empty";
            case Amount _ -> "amount";
            case Date _ -> "date";
            case Currency _ -> "currency";
            case Code _ -> "code";
            case Text _ -> "text";
        };
    }
}
