package dev.recon.formats.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The names of a table's columns, found in the first rows of a sheet.
///
/// The head is the first row that is filled as the others are and has words only. If cells of it
/// are merged over several columns, the row below belongs to it too, and a name is made of both.
///
/// @param rows how many of the first rows are the head, or stand above it
/// @param names the columns
record Heading(int rows, List<String> names) {
    /// A row filled by less than this share of the fullest is a title, not a head.
    private static final int SHARE_PERCENT = 60;

    static Heading of(List<Row> first, List<Area> merged) {
        int width = first.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int place = place(first);
        if (place < 0) {
            return new Heading(0, names(width, _ -> ""));
        }
        Row head = first.get(place);
        boolean hasGroups = place + 1 < first.size() && hasGroups(head, merged, width);
        if (!hasGroups || !first.get(place + 1).isWords()) {
            return new Heading(place + 1, names(width, head::cell));
        }
        Row below = first.get(place + 1);
        return new Heading(
                place + 2,
                names(
                        width,
                        column ->
                                (shown(head, merged, column) + " " + below.cell(column)).strip()));
    }

    /// The place of the head among the rows; -1 if there is none.
    private static int place(List<Row> first) {
        int most = first.stream().mapToInt(Row::filled).max().orElse(0);
        for (int place = 0; place < first.size(); place++) {
            if (first.get(place).filled() * 100 >= most * SHARE_PERCENT) {
                return first.get(place).isWords() && place + 1 < first.size() ? place : -1;
            }
        }
        return -1;
    }

    /// Is a part of the head, but not all of it, merged over several columns?
    private static boolean hasGroups(Row head, List<Area> merged, int width) {
        return merged.stream()
                .anyMatch(area ->
                        area.firstRow() == head.number()
                                && area.columns() > 1
                                && area.columns() < width);
    }

    private static String shown(Row head, List<Area> merged, int column) {
        return merged.stream()
                .filter(area -> area.holds(head.number(), column))
                .findFirst()
                .map(area -> head.cell(area.firstColumn()))
                .orElse(head.cell(column));
    }

    private static List<String> names(int width, IntFunction<String> name) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            String own = name.apply(column).replaceAll("\\s+", " ").strip();
            names.add(own.isEmpty() ? "column " + Place.letters(column) : own);
        }
        return names;
    }
}
