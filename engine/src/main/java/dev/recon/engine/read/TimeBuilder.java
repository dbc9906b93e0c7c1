package dev.recon.engine.read;

import dev.recon.engine.table.TimeColumn;
import java.util.Arrays;

/// Collects times of day. They only help to choose, so a cell in which none stands rejects no line.
final class TimeBuilder implements FieldBuilder {
    private final String column;
    private final int cell;
    private final int ahead;
    int[] seconds = new int[0];

    /// @param ahead how many seconds the clock is ahead
    TimeBuilder(String column, int cell, int ahead) {
        this.column = column;
        this.cell = cell;
        this.ahead = ahead;
    }

    @Override
    public boolean take(int row, RecordScanner record) {
        int found = TimeOfDay.parse(record.bytes(), record.start(cell), record.end(cell));
        seconds[row] = found == TimeOfDay.ABSENT ? TimeColumn.ABSENT : found - ahead;
        return true;
    }

    /// What was taken for a row, as `14:02:11`; empty where there is no time.
    String text(int row) {
        return TimeColumn.text(seconds[row]);
    }

    @Override
    public void grow(int rows) {
        seconds = Arrays.copyOf(seconds, rows);
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public String expected(String found) {
        return "a time of day, such as 14:05:09";
    }

    @Override
    public int cell(RecordScanner record) {
        return cell;
    }
}
