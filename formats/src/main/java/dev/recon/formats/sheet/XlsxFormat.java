package dev.recon.formats.sheet;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;

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
            var book = new XlsxBook(parts, parts.workbook());
            return new BookTable(name(), book, delivery).unfold(entries);
        }
    }
}
