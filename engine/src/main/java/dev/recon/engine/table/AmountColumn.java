package dev.recon.engine.table;

/// Amounts in units of the run's scale; 8 bytes a row, every row has one.
///
/// @param units one signed number a row; what stands behind the last row says nothing
/// @param rows the number of rows
public record AmountColumn(long[] units, int rows) implements Column {
    public AmountColumn(long[] units) {
        this(units, units.length);
    }

    @Override
    public boolean isPresent(int row) {
        return true;
    }

    @Override
    public long hash(int row) {
        return Hash.of(units[row]);
    }

    @Override
    public boolean isSame(int row, Column other, int otherRow) {
        return other instanceof AmountColumn(long[] theirs, _) && units[row] == theirs[otherRow];
    }
}
