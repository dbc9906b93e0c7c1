package dev.recon.engine.propose;

import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.Set;

/// Whether amounts are all that could tie entries, and are too few to: grades, or hours of a day.
/// Pairs by them are as many as there are lines, and mean nothing.
record FewAmounts(Draft draft) {
    private static final int ROWS_MIN = 50;
    private static final int REPEATED_MIN = 20;
    private static final Set<String> COUNTED = Set.of(Table.AMOUNT, Table.CURRENCY);

    /// So where nothing else is mapped on both sides, and each amount stands in a score of lines.
    boolean areAll(Ties ties) {
        return ties.isLoose()
                && ties.sums().isEmpty()
                && draft.repeated.isEmpty()
                && draft.fields.stream()
                        .map(ProposedField::field)
                        .noneMatch(field -> !COUNTED.contains(field) && draft.isShared(field))
                && areFew(Side.LEFT)
                && areFew(Side.RIGHT);
    }

    private boolean areFew(Side side) {
        long[] units = draft.units(side);
        long different = Arrays.stream(units).distinct().count();
        return units.length >= ROWS_MIN && different * REPEATED_MIN <= units.length;
    }
}
