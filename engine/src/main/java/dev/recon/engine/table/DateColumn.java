package dev.recon.engine.table;

/// Dates as days since 1970-01-01; 4 bytes a row.
///
/// @param days one number a row, [#ABSENT] where the field is empty; what stands behind the last
///   row says nothing
/// @param rows the number of rows
public record DateColumn(int[] days, int rows) implements Column {
    public static final int ABSENT = Integer.MIN_VALUE;

    public DateColumn(int[] days) {
        this(days, days.length);
    }

    @Override
    public boolean isPresent(int row) {
        return days[row] != ABSENT;
    }

    @Override
    public long hash(int row) {
        return days[row] == ABSENT ? 0 : Hash.of(days[row]);
    }

    @Override
    public boolean isSame(int row, Column other, int otherRow) {
        return other instanceof DateColumn(int[] theirs, _)
                && days[row] == theirs[otherRow]
                && days[row] != ABSENT;
    }
}
