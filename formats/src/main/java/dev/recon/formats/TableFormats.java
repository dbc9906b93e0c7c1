package dev.recon.formats;

import dev.recon.formats.format.Format;
import dev.recon.formats.sheet.XlsxFormat;
import java.util.List;

/// The formats of tables: workbooks and documents that know nothing of banks.
final class TableFormats {
    static final List<Format> ALL = List.of(new XlsxFormat());

    private TableFormats() {}
}
