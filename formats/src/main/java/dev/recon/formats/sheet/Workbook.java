package dev.recon.formats.sheet;

import java.util.List;

/// What all sheets of a workbook share.
///
/// @param sheets its sheets in their order
record Workbook(List<Sheet> sheets, SharedTexts texts, Styles styles, Days days) {
    Workbook {
        sheets = List.copyOf(sheets);
    }

    /// One sheet.
    ///
    /// @param member the part of the package that holds its rows
    record Sheet(String name, String member, boolean isHidden) {}
}
