package dev.recon.server.file;

import dev.recon.formats.Formats;
import dev.recon.formats.format.Origin;
import java.util.List;
import java.util.stream.Stream;

/// A format that is read, as it leaves the server.
public record FormatRow(String name, String description) {
    private static final FormatRow TEXT =
            new FormatRow(
                    Origin.TEXT,
                    "Delimited text: comma, semicolon, tab, pipe, caret; any encoding");

    /// Every one of them, delimited text first.
    static List<FormatRow> all() {
        Stream<FormatRow> others =
                Formats.known().stream().map(one -> new FormatRow(one.name(), one.description()));
        return Stream.concat(Stream.of(TEXT), others).toList();
    }
}
