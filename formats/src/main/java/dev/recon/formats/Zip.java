package dev.recon.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Tells the office documents among ZIP archives by their entries.
final class Zip {
    private Zip() {}

    static Kind kind(Path path) throws IOException {
        Set<String> members = members(path);
        if (members.contains("xl/workbook.xml") || members.contains("xl/workbook.bin")) {
            return Kind.EXCEL;
        }
        if (members.contains("word/document.xml") || members.contains("ppt/presentation.xml")) {
            return Kind.OFFICE;
        }
        return members.contains("mimetype") && members.contains("content.xml")
                ? Kind.OPEN_DOCUMENT
                : Kind.ZIP;
    }

    /// The names of what an archive holds; none if it is no archive, or a damaged one.
    static Set<String> members(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        } catch (ZipException _) {
            return Set.of();
        }
    }
}
