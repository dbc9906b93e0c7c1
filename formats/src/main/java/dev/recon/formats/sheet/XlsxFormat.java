package dev.recon.formats.sheet;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Excel workbooks since 2007 (ECMA-376, ISO/IEC 29500): one sheet as a table.
public final class XlsxFormat implements Format {
    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String description() {
        return "Excel workbook: the first visible sheet with a table, or the one you choose";
    }

    @Override
    public boolean recognises(Head head) {
        return head.members().contains("xl/workbook.xml");
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        try (XlsxPackage parts = XlsxPackage.open(delivery)) {
            Workbook workbook = parts.workbook();
            for (Workbook.Sheet sheet : candidates(workbook, delivery)) {
                try (Rows rows = parts.rows(workbook, sheet)) {
                    SheetTable table = SheetTable.begin(rows);
                    if (table.isTable() || delivery.choices().sheet().isPresent()) {
                        requireRows(table, sheet, delivery);
                        long count = table.write(parts.merged(sheet), entries);
                        return origin(workbook, sheet, count, table.notes());
                    }
                }
            }
            throw delivery.problem(
                    "",
                    "a workbook without a table in a visible sheet",
                    "a sheet with a head and entries",
                    "Choose a sheet, or check that this is the file you meant.");
        }
    }

    private static void requireRows(SheetTable table, Workbook.Sheet sheet, Delivery delivery) {
        if (table.isEmpty()) {
            throw delivery.problem(
                    "sheet " + sheet.name(), "no rows", "a head and entries", "Choose another.");
        }
    }

    private static List<Workbook.Sheet> candidates(Workbook workbook, Delivery delivery) {
        if (delivery.choices().sheet().isEmpty()) {
            return workbook.sheets().stream().filter(sheet -> !sheet.isHidden()).toList();
        }
        String wanted = delivery.choices().sheet().get();
        List<Workbook.Sheet> found =
                workbook.sheets().stream().filter(sheet -> sheet.name().equals(wanted)).toList();
        if (found.isEmpty()) {
            throw delivery.problem(
                    "",
                    "a workbook with the sheets " + String.join(", ", names(workbook)),
                    "a sheet " + wanted,
                    "Choose one of these.");
        }
        return found;
    }

    private static Origin origin(
            Workbook workbook, Workbook.Sheet sheet, long count, List<String> notes) {
        List<String> all = new ArrayList<>();
        if (workbook.sheets().size() > 1) {
            all.add(
                    "The sheet "
                            + sheet.name()
                            + " was read, of "
                            + workbook.sheets().size()
                            + ".");
        }
        all.addAll(notes);
        var choice = new Origin.Choice("sheet", sheet.name(), names(workbook));
        return new Origin("xlsx", count, List.of(), all, List.of(choice));
    }

    private static List<String> names(Workbook workbook) {
        return workbook.sheets().stream().map(Workbook.Sheet::name).toList();
    }
}
