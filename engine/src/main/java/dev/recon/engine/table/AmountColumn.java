package dev.recon.engine.table;

/// Amounts in units of the run's scale; 8 bytes a row, every row has one.
///
/// @param units one signed number a row
public record AmountColumn(long[] units) implements Column {
    @Override
    public int rows() {
        return units.length;
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
        return other instanceof AmountColumn(long[] theirs) && units[row] == theirs[otherRow];
    }
}
