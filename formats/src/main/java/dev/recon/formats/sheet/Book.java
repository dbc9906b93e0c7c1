package dev.recon.formats.sheet;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/// A workbook as a list of sheets.
interface Book {
    /// The names of its sheets in their order.
    List<String> names();

    boolean isHidden(int sheet);

    /// Its sheets in the order in which one is taken: the visible ones as they stand.
    default List<Integer> preferred() {
        return IntStream.range(0, names().size())
                .filter(sheet -> !isHidden(sheet))
                .boxed()
                .toList();
    }

    /// What a person is told that reads one of several.
    default String taken(int sheet) {
        return "The sheet " + names().get(sheet) + " was read, of " + names().size() + ".";
    }

    Rows rows(int sheet) throws IOException;

    /// The merged cells in the first rows of a sheet.
    List<Area> merged(int sheet) throws IOException;
}
