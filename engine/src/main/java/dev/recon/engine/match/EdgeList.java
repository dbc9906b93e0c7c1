package dev.recon.engine.match;

import dev.recon.engine.table.Side;

/// The candidates of a reference pass, each once, in the order of their rows.
final class EdgeList {
    private final int[] lefts;
    private final int[] rights;
    private final int count;
    private final short[] leftDegrees;
    private final short[] rightDegrees;

    /// @param found candidates, some of them twice
    EdgeList(Stage stage, RowPairs found) {
        Radix radix = new Radix();
        long[] keys = new long[found.count];
        int[] rows = found.right;
        for (int at = 0; at < found.count; at++) {
            keys[at] = (long) found.left[at] << Integer.SIZE | found.right[at];
        }
        radix.sort(keys, rows, 0, found.count);
        this.lefts = new int[found.count];
        this.rights = rows;
        this.leftDegrees = new short[stage.table(Side.LEFT).rows()];
        this.rightDegrees = new short[stage.table(Side.RIGHT).rows()];
        int kept = 0;
        for (int at = 0; at < found.count; at++) {
            if (at == 0 || keys[at] != keys[at - 1]) {
                lefts[kept] = (int) (keys[at] >>> Integer.SIZE);
                rights[kept] = (int) keys[at];
                raise(leftDegrees, lefts[kept]);
                raise(rightDegrees, rights[kept]);
                kept++;
            }
        }
        this.count = kept;
    }

    private static void raise(short[] degrees, int row) {
        degrees[row] += (short) (degrees[row] < Short.MAX_VALUE ? 1 : 0);
    }

    int count() {
        return count;
    }

    int left(int edge) {
        return lefts[edge];
    }

    int right(int edge) {
        return rights[edge];
    }

    /// Has neither entry another candidate?
    boolean isClear(int edge) {
        return candidates(lefts[edge], rights[edge]) == 1;
    }

    /// The candidates of whichever of two entries has more.
    int candidates(int left, int right) {
        return Math.max(leftDegrees[left], rightDegrees[right]);
    }
}
