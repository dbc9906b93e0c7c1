package dev.recon.engine.match;

import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import java.util.List;

/// Are two entries nearly the same in the texts that a pass names?
///
/// Where both have the text, it may take 2 edits (insert, delete, replace a byte) to make one of
/// the other, and no more than a third of the bytes of the shorter; a text that one of them lacks
/// does not bind. A band of 5 cells a byte: about 15 ns for texts that differ at once, 60 ns for 12
/// bytes that differ at the end.
///
/// @param left the columns of the left
/// @param right the columns of the right, in the same order
record Similarity(List<TextColumn> left, List<TextColumn> right) {
    private static final int EDITS_MAX = 2;

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
        if (!ours.isPresent(row)
                || !theirs.isPresent(otherRow)
                || ours.hash(row) == theirs.hash(otherRow)) {
            return true;
        }
        int editsMax = Math.min(EDITS_MAX, Math.min(ours.length(row), theirs.length(otherRow)) / 3);
        if (Math.abs(ours.length(row) - theirs.length(otherRow)) > editsMax) {
            return false;
        }
        Text one = new Text(ours.arena(), ours.start(row), ours.end(row));
        Text other = new Text(theirs.arena(), theirs.start(otherRow), theirs.end(otherRow));
        return edits(one, other, editsMax) <= editsMax;
    }

    private record Text(byte[] bytes, int start, int end) {
        int length() {
            return end - start;
        }

        byte at(int place) {
            return bytes[start + place];
        }
    }

    /// The edits between two texts, or any number above `editsMax`: dynamic programming over the
    /// band of cells whose places differ by at most 2.
    private static int edits(Text one, Text other, int editsMax) {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.at(same) == other.at(same)) {
            same++;
        }
        int far = EDITS_MAX + 1;
        int[] band = new int[2 * EDITS_MAX + 3];
        java.util.Arrays.fill(band, far);
        for (int cell = EDITS_MAX + 1; cell <= 2 * EDITS_MAX + 1; cell++) {
            band[cell] = cell - EDITS_MAX - 1;
        }
        for (int row = same + 1; row <= one.length(); row++) {
            int best = far;
            for (int cell = 1; cell <= 2 * EDITS_MAX + 1; cell++) {
                int column = row + cell - EDITS_MAX - 1;
                if (column < same || column > other.length()) {
                    band[cell] = far;
                    continue;
                }
                boolean isEqual = column > same && one.at(row - 1) == other.at(column - 1);
                int replaced = column == same ? far : band[cell] + (isEqual ? 0 : 1);
                int shifted = Math.min(band[cell - 1], band[cell + 1]) + 1;
                band[cell] = Math.min(replaced, shifted);
                best = Math.min(best, band[cell]);
            }
            if (best > editsMax) {
                return far;
            }
        }
        int last = other.length() - one.length() + EDITS_MAX + 1;
        return band[last];
    }
}
