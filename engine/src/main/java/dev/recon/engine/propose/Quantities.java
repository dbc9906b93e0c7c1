package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Whole numbers that count something, such as yen, points or streams: they are no reference,
/// however seldom they repeat, and an amount whatever their column is called.
///
/// Nobody writes numbers of documents with marks between thousands, or below zero; those that have
/// blanks every three digits, as numbers of companies in some countries, are all equally long. What
/// is written so on one side is a quantity on the other, too, where that has a good part of its
/// values. It is wrong of references that a spreadsheet took for amounts; such a column decides
/// nothing by itself then, and whatever else both files have ties their entries.
final class Quantities {
    private static final Pattern GROUPED =
            Pattern.compile("[-+]?\\d{1,3}(?:[.,' \u00a0\u2009\u202f\u2019]\\d{3})+");
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+");
    private static final double NEGATIVE_MIN = 0.02;
    private static final int CELLS_MIN = 3;
    private static final double COMMON_MIN = 0.3;

    private final SampleSide left;
    private final SampleSide right;
    private final Map<String, Boolean> written = new HashMap<>();
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
        return isWhole(column)
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
        return isWhole(column)
                && written.computeIfAbsent(
                        side.word() + column.index(), _ -> isWritten(sample(side), column));
    }

    private static boolean isWritten(SampleSide sample, ColumnProfile column) {
        Set<Integer> lengths = new HashSet<>();
        int grouped = 0;
        int negative = 0;
        for (int row = 0; row < sample.rows(); row++) {
            String cell = sample.cell(row, column);
            boolean hasGroups = GROUPED.matcher(cell).matches();
            grouped += hasGroups ? 1 : 0;
            negative += NEGATIVE.matcher(cell).matches() ? 1 : 0;
            if (!cell.isEmpty()) {
                lengths.add(cell.length());
            }
        }
        return (grouped >= CELLS_MIN && lengths.size() > 1)
                || (negative >= CELLS_MIN && negative >= column.filled() * NEGATIVE_MIN);
    }

    private static boolean isWhole(ColumnProfile column) {
        return column.type() instanceof ColumnType.Amount amount && amount.fractionShare() == 0;
    }

    private SampleSide sample(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
