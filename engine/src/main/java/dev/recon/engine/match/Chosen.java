package dev.recon.engine.match;

import java.util.Arrays;

/// The pairs that a search has chosen, and for each how much choice there was.
final class Chosen {
    final RowPairs pairs = new RowPairs();

    /// For each pair, the candidates of whichever entry had more of them when the pass began.
    int[] candidates = new int[64];

    void add(int leftRow, int rightRow, int candidatesMax) {
        if (pairs.count == candidates.length) {
            candidates = Arrays.copyOf(candidates, pairs.count * 2);
        }
        candidates[pairs.count] = candidatesMax;
        pairs.add(leftRow, rightRow);
    }

    void clear() {
        pairs.clear();
    }
}
