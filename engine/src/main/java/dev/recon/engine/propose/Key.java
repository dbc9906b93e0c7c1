package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Optional;

/// The evidence that ties single entries together: columns of both sides that have the same values,
/// or a column of one side whose values stand in a text of the other.
///
/// @param parts the columns that are the key together; of several, the most telling first
/// @param inText the side whose column is a text that holds the value somewhere, if one is
/// @param hits how many sampled values were found on the other side
record Key(List<Part> parts, Optional<Side> inText, int hits) {
    Key {
        parts = List.copyOf(parts);
    }

    /// Two columns that say the same.
    ///
    /// @param form how their values are compared
    record Part(ColumnProfile left, ColumnProfile right, NormalForm form) {
        ColumnProfile column(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }

    static Key of(Part part, Optional<Side> inText, int hits) {
        return new Key(List.of(part), inText, hits);
    }

    Part first() {
        return parts.getFirst();
    }

    /// Is it made of codes, which decide by themselves, and not of words, which only tell much?
    boolean isReference() {
        return parts.stream().noneMatch(part -> part.form() == NormalForm.WORDS);
    }

    /// Is this column a part of the key?
    boolean holds(Side side, ColumnProfile column) {
        return parts.stream().anyMatch(part -> part.column(side).index() == column.index());
    }

    /// The key of each sampled row, empty where a part of it is absent.
    String[] values(SampleSide sample, Side side) {
        String[] values = sample.values(first().column(side), first().form());
        for (Part part : parts.subList(1, parts.size())) {
            values = joined(values, sample.values(part.column(side), part.form()));
        }
        return values;
    }

    private static String[] joined(String[] ones, String[] others) {
        String[] joined = new String[ones.length];
        for (int row = 0; row < joined.length; row++) {
            boolean absent = ones[row].isEmpty() || others[row].isEmpty();
            joined[row] = absent ? "" : ones[row] + "\n" + others[row];
        }
        return joined;
    }
}
