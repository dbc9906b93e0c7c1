package dev.recon.engine.match;

/// What a pass saw of choice and coincidence, counted block by block; the sums do not depend on who
/// counted which block.
///
/// The confidence of a class of matches is 1 minus its estimated share of coincidences, (d + 1/2) /
/// (r + 1): r matches were found, and the same search, moved to where true partners are not, forth
/// and back (see [Nearness#decoys]), finds d on average. It stays between 0.01 and 0.999. Where the
/// pass cannot be moved, because its key alone decides, a match without another candidate has
/// confidence 1. A match that had other candidates is never surer than the mean of 1 / candidates:
/// decoys say that a true partner is among them, not which it is. (1,000,000 generated entries a
/// side: of 66 such suggestions for an amount near a date 32 were right; decoys alone said 98 %.)
final class Evidence {
    /// Chances are added as whole numbers: sums of floating point depend on their order.
    private static final long WHOLE = 1L << 32;

    private static final float LEAST = 0.01f;
    private static final float MOST = 0.999f;

    long clear;
    long unclear;
    long clearDecoys;
    long unclearDecoys;
    private long chances;

    void count(Chosen chosen) {
        for (int at = 0; at < chosen.pairs.count; at++) {
            if (chosen.candidates[at] == 1) {
                clear++;
            } else {
                unclear++;
                chances += WHOLE / chosen.candidates[at];
            }
        }
    }

    /// Adds what the same search found where true partners are not: pairs of entries that have one
    /// candidate each, and of the other entries as many as could be paired.
    void countDecoys(Candidates decoys, CellPair cells) {
        RowPairs pairs = decoys.pairs;
        long alone = 0;
        for (int at = 0; at < pairs.count; at++) {
            if (decoys.leftCounts[pairs.left[at]] == 1
                    && decoys.rightCounts[pairs.right[at]] == 1) {
                alone++;
            }
        }
        long lefts = entries(cells.left(), decoys.leftCounts);
        long rights = entries(cells.right(), decoys.rightCounts);
        clearDecoys += alone;
        unclearDecoys += Math.min(lefts, rights) - alone;
    }

    private static long entries(Cells cells, int[] counts) {
        long entries = 0;
        for (int cell = 0; cell < cells.count; cell++) {
            entries += counts[cell] > 0 ? cells.size(cell) : 0;
        }
        return entries;
    }

    void add(Evidence other) {
        clear += other.clear;
        unclear += other.unclear;
        clearDecoys += other.clearDecoys;
        unclearDecoys += other.unclearDecoys;
        chances += other.chances;
    }

    float ofClear(boolean hasDecoys) {
        return hasDecoys ? confidence(clear, clearDecoys) : 1;
    }

    float ofUnclear(boolean hasDecoys) {
        float chance = unclear == 0 ? 1 : (float) ((double) chances / unclear / WHOLE);
        return hasDecoys ? Math.min(chance, confidence(unclear, unclearDecoys)) : chance;
    }

    private static float confidence(long found, long decoys) {
        float share = (float) ((decoys / 2.0 + 0.5) / (found + 1.0));
        return Math.clamp(1 - share, LEAST, MOST);
    }
}
