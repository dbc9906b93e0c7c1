package dev.recon.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows of cells in columns that line up; numbers stand at the right.
final class Grid {
    private static final String GAP = "  ";

    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param alignment one letter a column: `l` for left, `r` for right
    Grid(String alignment) {
        right = new boolean[alignment.length()];
        for (int column = 0; column < right.length; column++) {
            right[column] = alignment.charAt(column) == 'r';
        }
    }

    Grid row(String... cells) {
        if (cells.length != right.length) {
            throw new IllegalArgumentException(right.length + " cells make a row");
        }
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The rows as lines, without blanks at their ends.
    List<String> lines() {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int column = 0; column < right.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < right.length; column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths[column] - width(cell));
            line.append(right[column] ? blanks + cell : cell + blanks).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
