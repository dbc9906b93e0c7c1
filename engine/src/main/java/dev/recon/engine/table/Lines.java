package dev.recon.engine.table;

import java.util.Arrays;

/// Where each row stands in its file; 4 bytes a row.
///
/// Rows are kept as offsets within stretches of the file, because 10 million full positions would
/// cost as much as the amounts. A *line* is the number of a data record, counted from 1; rejected
/// records count too, so a row's line is its row + 1 + the rejected records before it.
///
/// @param offsets for each row, the distance of its first byte from the start of its stretch
/// @param firstRows for each stretch, its first row; ascending, the first is 0
/// @param starts for each stretch, the position in the file that its offsets count from
/// @param rejected the lines that could not become entries, ascending
/// @param rows the number of rows; `offsets` may have room behind them
public record Lines(int[] offsets, int[] firstRows, long[] starts, int[] rejected, int rows) {
    public Lines(int[] offsets, int[] firstRows, long[] starts, int[] rejected) {
        this(offsets, firstRows, starts, rejected, offsets.length);
    }

    /// The position in the file of the first byte of `row`.
    public long position(int row) {
        int found = Arrays.binarySearch(firstRows, row);
        int stretch = found >= 0 ? lastOfEqual(found) : -found - 2;
        return starts[stretch] + offsets[row];
    }

    /// The number of the data record of `row`, from 1.
    public int line(int row) {
        int low = 0;
        int high = rejected.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rejected[middle] - middle - 1 <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return row + 1 + low;
    }

    /// The row of a data record, or -1 when that line was rejected or is not there.
    public int row(int line) {
        int found = Arrays.binarySearch(rejected, line);
        int row = line - 1 - (-found - 1);
        return found >= 0 || row < 0 || row >= rows() ? -1 : row;
    }

    private int lastOfEqual(int found) {
        int last = found;
        while (last + 1 < firstRows.length && firstRows[last + 1] == firstRows[last]) {
            last++;
        }
        return last;
    }
}
