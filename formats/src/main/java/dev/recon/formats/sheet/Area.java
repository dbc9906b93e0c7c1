package dev.recon.formats.sheet;

/// Merged cells: a rectangle of a sheet that shows the value of its first cell. Rows count from 1,
/// columns from 0; the last ones belong to it.
record Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    boolean holds(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    int columns() {
        return lastColumn - firstColumn + 1;
    }
}
