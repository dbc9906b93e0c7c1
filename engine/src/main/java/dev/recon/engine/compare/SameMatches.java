package dev.recon.engine.compare;

import dev.recon.engine.table.Side;

/// Which matches of two runs hold the same lines. Pairs are compared at once; every other match of
/// the first run is compared as a whole, once: 1 byte a match.
final class SameMatches {
    private static final byte SAME = 1;
    private static final byte OTHER = 2;

    private final Run before;
    private final Run after;
    private final byte[] verdicts;

    SameMatches(Run before, Run after) {
        this.before = before;
        this.after = after;
        this.verdicts = new byte[before.matching().count() + 1];
    }

    /// Has an entry the same partners in both runs? Both must hold it.
    boolean holds(Side side, int rowBefore, int rowAfter) {
        int one = before.matching().partner(side, rowBefore);
        int other = after.matching().partner(side, rowAfter);
        if (one >= 0 && other >= 0) {
            return before.line(side.other(), one) == after.line(side.other(), other);
        }
        int match = before.matching().matchOf(side, rowBefore);
        if (verdicts[match] == 0) {
            verdicts[match] =
                    isSame(match, after.matching().matchOf(side, rowAfter)) ? SAME : OTHER;
        }
        return verdicts[match] == SAME;
    }

    private boolean isSame(int matchBefore, int matchAfter) {
        for (Side side : Side.values()) {
            int[] rows = before.matching().rows(side, matchBefore);
            int[] others = after.matching().rows(side, matchAfter);
            boolean same = rows.length == others.length;
            for (int at = 0; same && at < rows.length; at++) {
                same = before.line(side, rows[at]) == after.line(side, others[at]);
            }
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
