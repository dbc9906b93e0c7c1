package dev.recon.engine.probable;

import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;

/// The open entries of both sides and what is compared of them.
///
/// @param fields the fields that are evidence
/// @param key the fields that must be equal; the currency always must
/// @param blocks fields of which a pair must be equal in at least one set; empty to choose
/// @param leftOpen the rows of the left that take part
/// @param rightOpen the rows of the right that take part
/// @param leftContent what a left line says, as a number, asked for ties only
/// @param rightContent what a right line says
/// @param vetoed tells the pairs that must not be matched
public record Population(
        Table left,
        Table right,
        List<String> fields,
        List<String> key,
        List<List<String>> blocks,
        int[] leftOpen,
        int[] rightOpen,
        IntToLongFunction leftContent,
        IntToLongFunction rightContent,
        Vetoed vetoed) {
    /// Tells whether a left and a right row must not be matched.
    @FunctionalInterface
    public interface Vetoed {
        boolean forbids(int leftRow, int rightRow);
    }

    public Population {
        blocks = blocks.stream().map(List::copyOf).toList();
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        if (fields.isEmpty() || fields.size() > Patterns.FIELDS_MAX) {
            throw new IllegalArgumentException("1 to " + Patterns.FIELDS_MAX + " fields");
        }
    }

    Table table(Side side) {
        return side == Side.LEFT ? left : right;
    }

    int[] open(Side side) {
        return (side == Side.LEFT ? leftOpen : rightOpen).clone();
    }

    IntToLongFunction content(Side side) {
        return side == Side.LEFT ? leftContent : rightContent;
    }

    List<Column> keyColumns(Side side) {
        Set<String> names = new LinkedHashSet<>(key);
        names.add(Table.CURRENCY);
        return names.stream().map(table(side)::get).toList();
    }
}
