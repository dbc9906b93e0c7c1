package dev.recon.engine.match;

import dev.recon.engine.probable.NearTexts;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import java.util.List;

/// Are two entries nearly the same in the texts that a pass names (see [NearTexts])? A text that
/// one of them lacks does not bind.
///
/// @param left the columns of the left
/// @param right the columns of the right, in the same order
record Similarity(List<TextColumn> left, List<TextColumn> right) {
    List<TextColumn> columns(Side side) {
        return side == Side.LEFT ? left : right;
    }

    boolean binds() {
        return !left.isEmpty();
    }

    boolean holds(int leftRow, int rightRow) {
        for (int field = 0; field < left.size(); field++) {
            if (!holds(left.get(field), leftRow, right.get(field), rightRow)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(TextColumn ours, int row, TextColumn theirs, int otherRow) {
        return !ours.isPresent(row)
                || !theirs.isPresent(otherRow)
                || ours.hash(row) == theirs.hash(otherRow)
                || NearTexts.areNear(
                        new NearTexts.Text(ours.arena(), ours.start(row), ours.end(row)),
                        new NearTexts.Text(
                                theirs.arena(), theirs.start(otherRow), theirs.end(otherRow)));
    }
}
