package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Whole numbers that count something, such as yen, points or streams: they are no reference,
/// however seldom they repeat, and an amount whatever their column is called.
///
/// What is written as a quantity on one side ([CountedCells]) is one on the other, too, where that
/// has a good part of its values. It is wrong of references that a spreadsheet took for amounts;
/// such a column decides nothing by itself then, and whatever else both files have ties their
/// entries.
final class Quantities {
    private static final int CELLS_MIN = 3;
    private static final double COMMON_MIN = 0.3;

    private final SampleSide left;
    private final SampleSide right;
    private final Map<String, Boolean> counted = new HashMap<>();

    Quantities(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
    }

    /// Is one of two columns with common values written as a quantity?
    boolean are(ColumnProfile one, ColumnProfile other) {
        return isWritten(Side.LEFT, one) || isWritten(Side.RIGHT, other);
    }

    /// Is it a quantity by its own cells, or by those of the other side with the same values?
    boolean is(Side side, ColumnProfile column) {
        return CountedCells.areWhole(column)
                && counted.computeIfAbsent(
                        side.word() + column.index(), _ -> isCounted(side, column));
    }

    private boolean isCounted(Side side, ColumnProfile column) {
        SampleSide others = sample(side.other());
        return isWritten(side, column)
                || others.columns().stream()
                        .anyMatch(other ->
                                isWritten(side.other(), other) && haveCommon(side, column, other));
    }

    /// Do both sides count something, as reports do?
    boolean areOnBothSides() {
        return left.columns().stream().anyMatch(column -> is(Side.LEFT, column))
                && right.columns().stream().anyMatch(column -> is(Side.RIGHT, column));
    }

    private boolean haveCommon(Side side, ColumnProfile column, ColumnProfile other) {
        Set<String> ours = sample(side).distinct(column, NormalForm.CODE);
        Set<String> theirs = sample(side.other()).distinct(other, NormalForm.CODE);
        int fewer = Math.min(ours.size(), theirs.size());
        return CommonValues.of(ours, theirs) >= Math.max(CELLS_MIN, fewer * COMMON_MIN);
    }

    private boolean isWritten(Side side, ColumnProfile column) {
        return sample(side).isCounted(column);
    }

    private SampleSide sample(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
