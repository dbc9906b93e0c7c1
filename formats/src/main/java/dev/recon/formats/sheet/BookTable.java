package dev.recon.formats.sheet;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Unfolds a workbook: the sheet that a person chose, or the first visible one with a table.
record BookTable(String format, Book book, Delivery delivery) {
    Origin unfold(EntryWriter entries) throws IOException {
        boolean isChosen = delivery.choices().sheet().isPresent();
        for (int sheet : candidates()) {
            try (Rows rows = book.rows(sheet)) {
                SheetTable table = SheetTable.begin(rows);
                if (isChosen && table.isEmpty()) {
                    throw delivery.problem(
                            "sheet " + book.names().get(sheet),
                            "no rows",
                            "a head and entries",
                            "Choose another sheet.");
                }
                if (isChosen || table.isTable()) {
                    long count = table.write(book.merged(sheet), entries);
                    return origin(sheet, count, table.notes());
                }
            }
        }
        throw delivery.problem(
                "",
                "a workbook without a table in a visible sheet",
                "a sheet with a head and entries",
                "Choose a sheet, or check that this is the file you meant.");
    }

    private List<Integer> candidates() {
        List<String> names = book.names();
        if (delivery.choices().sheet().isEmpty()) {
            return book.preferred();
        }
        String wanted = delivery.choices().sheet().get();
        if (!names.contains(wanted)) {
            throw delivery.problem(
                    "",
                    "a workbook with the sheets " + String.join(", ", names),
                    "a sheet " + wanted,
                    "Choose one of these.");
        }
        return List.of(names.indexOf(wanted));
    }

    private Origin origin(int sheet, long count, List<String> notes) {
        List<String> names = book.names();
        List<String> all = new ArrayList<>();
        if (names.size() > 1) {
            all.add(book.taken(sheet));
        }
        all.addAll(notes);
        var choice = new Origin.Choice("sheet", names.get(sheet), names);
        return new Origin(format, count, List.of(), all, List.of(choice));
    }
}
