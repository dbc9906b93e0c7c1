package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Whole numbers that are written as people write quantities.
///
/// Nobody writes numbers of documents with marks between thousands, or below zero; those that have
/// blanks every three digits, as numbers of companies in some countries, are all equally long.
final class CountedCells {
    private static final Pattern GROUPED =
            Pattern.compile("[-+]?\\d{1,3}(?:[.,' \u00a0\u2009\u202f\u2019]\\d{3})+");
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+");
    private static final double NEGATIVE_MIN = 0.02;
    private static final int CELLS_MIN = 3;

    private CountedCells() {}

    /// Are the cells of a column written so?
    static boolean are(SampleSide sample, ColumnProfile column) {
        if (!areWhole(column)) {
            return false;
        }
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

    /// Are all numbers of a column whole?
    static boolean areWhole(ColumnProfile column) {
        return column.type() instanceof ColumnType.Amount amount && amount.fractionShare() == 0;
    }
}
