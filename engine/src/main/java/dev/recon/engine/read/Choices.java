package dev.recon.engine.read;

import java.util.Optional;

/// What a person said about a file that is no delimited text, where it holds more than one table.
///
/// @param sheet the name of the sheet of a workbook
/// @param records the path of the repeating element of an XML or JSON document
/// @param member the name of the file within an archive
/// @param widths the columns of a fixed-width text
public record Choices(
        Optional<String> sheet,
        Optional<String> records,
        Optional<String> member,
        Optional<String> widths) {
    /// Nothing was said: the door finds out.
    public static final Choices NONE =
            new Choices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
