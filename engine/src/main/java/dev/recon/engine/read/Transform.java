package dev.recon.engine.read;

import java.util.List;

/// How the text of a field is made of the cells of a line, before its type reads it.
///
/// A transform has no state and no side effects, always ends, and is used by many threads at once.
/// Cells come without the blanks at their ends.
public interface Transform {
    /// Characters of a cell that a transform looks at; a longer one rejects its line.
    int CELL_CHARS_MAX = 4_096;

    /// The columns that it reads, in the order in which [#derive] takes their cells.
    List<String> columns();

    /// The text of the field on one line.
    Derived derive(List<String> cells);

    /// [#derive], after a look at the length of the cells.
    default Derived of(List<String> cells) {
        for (int cell = 0; cell < cells.size(); cell++) {
            int length = cells.get(cell).length();
            if (length > CELL_CHARS_MAX) {
                return new Derived.Rejected(
                        cell,
                        "a cell of " + length + " characters",
                        "at most " + CELL_CHARS_MAX + " where a transform reads it");
            }
        }
        return derive(cells);
    }
}
