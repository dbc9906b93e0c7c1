package dev.recon.formats;

import dev.recon.formats.fixed.FixedFormat;
import dev.recon.formats.format.Format;
import dev.recon.formats.parquet.ParquetFormat;
import dev.recon.formats.sheet.HtmlFormat;
import dev.recon.formats.sheet.XlsFormat;
import dev.recon.formats.sheet.XlsxFormat;
import dev.recon.formats.tree.JsonFormat;
import dev.recon.formats.tree.XmlFormat;
import java.util.List;

/// The formats of tables: workbooks and documents that know nothing of banks.
final class TableFormats {
    /// Many a text could be read in columns of fixed width, so it is asked last.
    static final Format FIXED = new FixedFormat();

    static final List<Format> ALL =
            List.of(
                    new XlsxFormat(),
                    new XlsFormat(),
                    new ParquetFormat(),
                    new HtmlFormat(),
                    new JsonFormat(),
                    new XmlFormat(),
                    FIXED);

    private TableFormats() {}
}
