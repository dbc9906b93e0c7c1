package dev.recon.formats.sheet;

import dev.recon.formats.format.EntryWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the rows of a sheet as a table: its first rows are kept until the head is found in them.
final class SheetTable {
    private static final int FIRST_ROWS = 50;

    private final Rows rows;
    private final List<Row> first = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean isGapless = true;
    private int last;
    private long entries;

    private SheetTable(Rows rows) {
        this.rows = rows;
    }

    /// Reads the first rows.
    static SheetTable begin(Rows rows) throws IOException {
        var table = new SheetTable(rows);
        while (table.first.size() < FIRST_ROWS) {
            Optional<Row> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            table.first.add(row.get());
        }
        return table;
    }

    /// Are there a head and entries, rather than a note or a picture?
    boolean isTable() {
        return first.size() > 1 && first.stream().anyMatch(row -> row.filled() > 1);
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /// Writes all of it; returns the number of entries.
    long write(List<Area> merged, EntryWriter entries) throws IOException {
        Heading heading = Heading.of(first, merged);
        noteHead(heading);
        entries.header(heading.names());
        for (Row row : first.subList(heading.rows(), first.size())) {
            line(row, entries);
        }
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            line(row.get(), entries);
        }
        notes.addAll(rows.notes());
        return this.entries;
    }

    List<String> notes() {
        return notes;
    }

    private void line(Row row, EntryWriter writer) throws IOException {
        if (last > 0 && row.number() != last + 1 && isGapless) {
            isGapless = false;
            notes.add("Empty rows, such as row " + (last + 1) + ", are no lines.");
        }
        last = row.number();
        entries++;
        writer.line(row.cells());
    }

    private void noteHead(Heading heading) {
        if (heading.rows() < first.size()) {
            int row = first.get(heading.rows()).number();
            notes.add("Line 1 stands in row " + row + ".");
        }
        if (heading.rows() == 0) {
            notes.add("There is no head; columns have the letters of the sheet.");
        }
        if (heading.rows() > 1) {
            notes.add("Above it stand the head and no entries, from " + text(first.getFirst()));
        }
    }

    private static String text(Row row) {
        String text = String.join(" ", row.cells()).strip().replaceAll("\\s+", " ");
        return '"' + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\".";
    }
}
