package dev.recon.engine.match;

import dev.recon.engine.table.Side;
import java.util.Arrays;

/// The open entries of both sides that share a pass's key: the unit of work of one thread.
///
/// One object serves the blocks of a thread, one after the other.
final class Block {
    private static final int[] EMPTY = {};

    private int[] left = EMPTY;
    private int[] right = EMPTY;
    private int leftCount;
    private int rightCount;

    void clear() {
        leftCount = 0;
        rightCount = 0;
    }

    void add(Side side, int row) {
        if (side == Side.LEFT) {
            if (leftCount == left.length) {
                left = Arrays.copyOf(left, Math.max(16, leftCount * 2));
            }
            left[leftCount++] = row;
        } else {
            if (rightCount == right.length) {
                right = Arrays.copyOf(right, Math.max(16, rightCount * 2));
            }
            right[rightCount++] = row;
        }
    }

    int count(Side side) {
        return side == Side.LEFT ? leftCount : rightCount;
    }

    /// The rows of a side, ascending; only the first [#count] of them count.
    int[] rows(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// Removes every row whose key is not that of the first left row, and returns those rows.
    Block splitOthers(KeyEquality equality) {
        Block others = new Block();
        int key = left[0];
        leftCount = split(Side.LEFT, key, equality, others);
        rightCount = split(Side.RIGHT, key, equality, others);
        return others;
    }

    private int split(Side side, int key, KeyEquality equality, Block others) {
        int[] rows = rows(side);
        int kept = 0;
        for (int at = 0; at < count(side); at++) {
            if (equality.isSame(Side.LEFT, key, side, rows[at])) {
                rows[kept++] = rows[at];
            } else {
                others.add(side, rows[at]);
            }
        }
        return kept;
    }
}
