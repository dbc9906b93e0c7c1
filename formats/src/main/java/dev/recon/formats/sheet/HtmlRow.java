package dev.recon.formats.sheet;

import java.util.List;

/// A row of a table of a web page.
///
/// @param table the number of its table, from 0
/// @param merged its cells that reach over several columns
/// @param hasFigures does it hold a number or a date beside something else?
record HtmlRow(int table, Row row, List<Area> merged, boolean hasFigures) {
    HtmlRow {
        merged = List.copyOf(merged);
    }

    int number() {
        return row.number();
    }

    boolean isEmpty() {
        return row.filled() == 0;
    }
}
