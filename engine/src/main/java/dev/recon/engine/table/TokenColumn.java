package dev.recon.engine.table;

/// The parts of a free text that may be references: zero or more tokens a row.
///
/// @param tokens every token of every row, in the order of the rows; its rows are token numbers
/// @param ends where the tokens of each row end; they begin where those of the row before ended
/// @param rows the number of rows; `ends` may have room behind them
public record TokenColumn(TextColumn tokens, int[] ends, int rows) {
    public TokenColumn(TextColumn tokens, int[] ends) {
        this(tokens, ends, ends.length);
    }

    /// The number of the first token of `row`.
    public int first(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /// The number after the last token of `row`.
    public int end(int row) {
        return ends[row];
    }
}
