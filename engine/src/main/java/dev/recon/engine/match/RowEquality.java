package dev.recon.engine.match;

import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import java.util.List;

/// Compares the key columns of rows.
///
/// Pairs go column by column, so that the loop over a column knows its type; the rows are far apart
/// in memory, and such a loop keeps many accesses under way at once.
final class RowEquality implements KeyEquality {
    private final Column[] left;
    private final Column[] right;

    RowEquality(List<Column> left, List<Column> right) {
        this.left = left.toArray(Column[]::new);
        this.right = right.toArray(Column[]::new);
    }

    @Override
    public boolean isSame(Side side, int row, Side otherSide, int otherRow) {
        Column[] ours = side == Side.LEFT ? left : right;
        Column[] theirs = otherSide == Side.LEFT ? left : right;
        for (int column = 0; column < ours.length; column++) {
            if (!ours[column].isSame(row, theirs[column], otherRow)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void keepSame(RowPairs pairs) {
        for (int column = 0; column < left.length; column++) {
            Column one = left[column];
            Column other = right[column];
            if (one instanceof AmountColumn ours && other instanceof AmountColumn theirs) {
                keepUnits(ours.units(), theirs.units(), pairs);
            } else if (one instanceof CurrencyColumn ours
                    && other instanceof CurrencyColumn theirs) {
                keepCurrencies(ours.packed(), theirs.packed(), pairs);
            } else if (one instanceof TextColumn ours && other instanceof TextColumn theirs) {
                keepTexts(ours, theirs, pairs);
            } else {
                pairs.keep(at -> one.isSame(pairs.left[at], other, pairs.right[at]));
            }
        }
    }

    private static void keepUnits(long[] ours, long[] theirs, RowPairs pairs) {
        int kept = 0;
        for (int at = 0; at < pairs.count; at++) {
            int leftRow = pairs.left[at];
            int rightRow = pairs.right[at];
            pairs.left[kept] = leftRow;
            pairs.right[kept] = rightRow;
            kept += ours[leftRow] == theirs[rightRow] ? 1 : 0;
        }
        pairs.count = kept;
    }

    private static void keepCurrencies(short[] ours, short[] theirs, RowPairs pairs) {
        int kept = 0;
        for (int at = 0; at < pairs.count; at++) {
            int leftRow = pairs.left[at];
            int rightRow = pairs.right[at];
            pairs.left[kept] = leftRow;
            pairs.right[kept] = rightRow;
            kept += ours[leftRow] == theirs[rightRow] ? 1 : 0;
        }
        pairs.count = kept;
    }

    private static void keepTexts(TextColumn ours, TextColumn theirs, RowPairs pairs) {
        int kept = 0;
        for (int at = 0; at < pairs.count; at++) {
            int leftRow = pairs.left[at];
            int rightRow = pairs.right[at];
            pairs.left[kept] = leftRow;
            pairs.right[kept] = rightRow;
            kept += ours.isSameText(leftRow, theirs, rightRow) ? 1 : 0;
        }
        pairs.count = kept;
    }
}
