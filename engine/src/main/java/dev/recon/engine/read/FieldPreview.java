package dev.recon.engine.read;

import java.util.List;

/// One field of the first lines of a file, before and after: as written, and as a run reads it.
///
/// @param columns the columns that the field is made of
/// @param lines how many lines were looked at
/// @param empty of how many the field is absent
/// @param rejected how many a run rejects because of this field
/// @param first the first lines
/// @param failed the first of those that are rejected
public record FieldPreview(
        List<String> columns,
        int lines,
        int empty,
        int rejected,
        List<Line> first,
        List<Failed> failed) {
    public FieldPreview {
        columns = List.copyOf(columns);
        first = List.copyOf(first);
        failed = List.copyOf(failed);
    }

    /// One line that a run reads.
    ///
    /// @param line the number of the data record, from 1
    /// @param before the cells of the columns, as written
    /// @param after what the field says: an amount as a plain number, a date as yyyy-MM-dd, a text
    ///   before its normal form; empty where it is absent
    /// @param compared a text as it is compared; else as `after`
    public record Line(int line, List<String> before, String after, String compared) {
        public Line {
            before = List.copyOf(before);
        }
    }

    /// One line that a run rejects.
    public record Failed(
            int line, List<String> before, String column, String found, String expected) {
        public Failed {
            before = List.copyOf(before);
        }
    }
}
