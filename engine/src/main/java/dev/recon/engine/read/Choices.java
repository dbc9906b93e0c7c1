package dev.recon.engine.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

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
    public static final String SHEET = "sheet";
    public static final String RECORDS = "records";
    public static final String MEMBER = "member";
    public static final String WIDTHS = "widths";

    /// Nothing was said: the door finds out.
    public static final Choices NONE =
            new Choices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Those of `names` by name, the rest left open.
    public static Choices of(Map<String, String> names) {
        return new Choices(
                Optional.ofNullable(names.get(SHEET)),
                Optional.ofNullable(names.get(RECORDS)),
                Optional.ofNullable(names.get(MEMBER)),
                Optional.ofNullable(names.get(WIDTHS)));
    }

    /// What was said, by name, in one order.
    public SequencedMap<String, String> byName() {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        sheet.ifPresent(value -> names.put(SHEET, value));
        records.ifPresent(value -> names.put(RECORDS, value));
        member.ifPresent(value -> names.put(MEMBER, value));
        widths.ifPresent(value -> names.put(WIDTHS, value));
        return names;
    }

    /// These, and what `other` says where these say nothing.
    public Choices or(Choices other) {
        return new Choices(
                sheet.or(other::sheet),
                records.or(other::records),
                member.or(other::member),
                widths.or(other::widths));
    }
}
