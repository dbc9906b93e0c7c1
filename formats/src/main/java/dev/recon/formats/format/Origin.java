package dev.recon.formats.format;

import dev.recon.engine.read.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What a file was before it became a table, for people and machines.
///
/// @param format the name of the format
/// @param entries how many lines the table has
/// @param proofs what the file says of itself and holds
/// @param notes what a person should know, in sentences
/// @param choices what could have been chosen, and what was
public record Origin(
        String format,
        long entries,
        List<DoorProof> proofs,
        List<String> notes,
        List<Choice> choices) {
    /// How the table is written.
    public static final Dialect TABLE = new Dialect(',', '"', StandardCharsets.UTF_8, true, 0);

    /// The name of delimited text, whose dialect is still to be found out.
    public static final String TEXT = "csv";

    public Origin {
        proofs = List.copyOf(proofs);
        notes = List.copyOf(notes);
        choices = List.copyOf(choices);
    }

    /// Delimited text: it is read as it is, and its entries are not counted at the door.
    public static Origin text(List<String> notes, List<Choice> choices) {
        return new Origin(TEXT, 0, List.of(), notes, choices);
    }

    /// Was it delimited text, so that its dialect is still to be found out?
    public boolean isText() {
        return format.equals(TEXT);
    }

    /// The same with more that a person should know or can choose.
    public Origin with(List<String> moreNotes, List<Choice> moreChoices) {
        return new Origin(
                format,
                entries,
                proofs,
                Stream.concat(notes.stream(), moreNotes.stream()).toList(),
                Stream.concat(choices.stream(), moreChoices.stream()).toList());
    }

    /// What left nothing to choose.
    public Origin(String format, long entries, List<DoorProof> proofs, List<String> notes) {
        this(format, entries, proofs, notes, List.of());
    }

    /// Something of a file that a person can choose: a sheet, a path of records.
    ///
    /// @param kind what is chosen: `sheet`, `records`, `member`
    /// @param taken what was read
    /// @param offered what there is
    public record Choice(String kind, String taken, List<String> offered) {
        public Choice {
            offered = List.copyOf(offered);
        }
    }
}
