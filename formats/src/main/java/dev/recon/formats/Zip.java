package dev.recon.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Tells the office documents among ZIP archives by their entries.
final class Zip {
    private Zip() {}

    static Kind kind(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null
                    || zip.getEntry("xl/workbook.bin") != null) {
                return Kind.EXCEL;
            }
            return zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null
                    ? Kind.OPEN_DOCUMENT
                    : Kind.ZIP;
        } catch (ZipException _) {
            return Kind.ZIP; // damaged, so that its entries cannot be seen: still an archive
        }
    }
}
