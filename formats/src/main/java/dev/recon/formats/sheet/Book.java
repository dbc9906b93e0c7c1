package dev.recon.formats.sheet;

import java.io.IOException;
import java.util.List;

/// A workbook as a list of sheets.
interface Book {
    /// The names of its sheets in their order.
    List<String> names();

    boolean isHidden(int sheet);

    Rows rows(int sheet) throws IOException;

    /// The merged cells in the first rows of a sheet.
    List<Area> merged(int sheet) throws IOException;
}
