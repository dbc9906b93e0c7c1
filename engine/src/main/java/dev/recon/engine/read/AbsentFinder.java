package dev.recon.engine.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds the words that stand for no value in a sample of a file.
///
/// Some can mean nothing else. Others (`None`, `-`) may be a value of a text; they count where they
/// stand in a column whose other cells are dates, amounts or currencies.
final class AbsentFinder {
    private static final Set<String> CERTAIN =
            Set.of(
                    "NULL", "null", "\\N", "(null)", "(NULL)", "[NULL]", "<null>", "<NULL>", "<NA>",
                    "#N/A", "N/A", "n/a", "NaN", "nan");

    private static final Set<String> POSSIBLE =
            Set.of(
                    "None", "none", "NONE", "Null", "nil", "NIL", "NA", "na", "-", "--", "---",
                    "\u2013", "\u2014", ".", "?");

    private static final int LENGTH_MAX = 6;

    /// Fewer cells do not say what a column is.
    private static final int CELLS_MIN = 3;

    private final List<List<String>> rows;
    private final Set<String> found = new TreeSet<>();

    private AbsentFinder(List<List<String>> rows) {
        this.rows = rows;
    }

    /// The words of the records `rows`, each of which has `columns` cells.
    static AbsentWords find(List<List<String>> rows, int columns) {
        AbsentFinder finder = new AbsentFinder(rows);
        for (int column = 0; column < columns; column++) {
            finder.look(column);
        }
        return finder.found.isEmpty()
                ? AbsentWords.NONE
                : new AbsentWords(List.copyOf(finder.found));
    }

    private void look(int column) {
        Set<String> possible = new TreeSet<>();
        for (List<String> row : rows) {
            String cell = row.get(column);
            if (cell.length() <= LENGTH_MAX) {
                if (CERTAIN.contains(cell)) {
                    found.add(cell);
                } else if (POSSIBLE.contains(cell)) {
                    possible.add(cell);
                }
            }
        }
        if (!possible.isEmpty() && isTyped(column)) {
            found.addAll(possible);
        }
    }

    private boolean isTyped(int column) {
        List<String> others = new ArrayList<>();
        for (List<String> row : rows) {
            String cell = row.get(column);
            if (!cell.isEmpty() && !CERTAIN.contains(cell) && !POSSIBLE.contains(cell)) {
                others.add(cell);
            }
        }
        return others.size() >= CELLS_MIN
                && switch (Profiler.type(others)) {
                    case ColumnType.Amount _, ColumnType.Date _, ColumnType.Currency _ -> true;
                    case ColumnType.Code _, ColumnType.Text _, ColumnType.Empty _ -> false;
                };
    }
}
