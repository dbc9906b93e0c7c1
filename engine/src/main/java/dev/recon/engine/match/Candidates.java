package dev.recon.engine.match;

import java.util.Arrays;

/// The pairs of cells of a block whose entries may belong together, found by a sweep.
///
/// Each bucket of days faces the few that the window reaches; within them both sides are sorted by
/// amount, so one pass with two hands finds all that lie within the tolerance. Where candidates are
/// few (second job of the benchmark: 1.3 an entry) this is the fastest way there is. It gives up
/// after 32 steps or 2 pairs of cells an entry, and [NearestChain] takes over.
final class Candidates {
    private static final int STEPS_PER_ROW = 32;
    private static final int PAIRS_PER_ROW = 2;
    private static final int SPARE = 1 << 16;

    private final Fit fit;
    private final Nearness nearness;
    private long stepsLeft;
    private long pairsMax;

    /// The pairs of cells, left and right.
    final RowPairs pairs = new RowPairs();

    /// How many candidates each entry of a cell has.
    int[] leftCounts = new int[16];

    int[] rightCounts = new int[16];

    Candidates(Fit fit, Nearness nearness) {
        this.fit = fit;
        this.nearness = nearness;
    }

    /// Finds all pairs, or returns false when there are too many.
    boolean find(CellPair cells, Grid grid) {
        Cells left = cells.left();
        Cells right = cells.right();
        pairs.clear();
        leftCounts = cleared(leftCounts, left.count);
        rightCounts = cleared(rightCounts, right.count);
        stepsLeft = SPARE + (long) STEPS_PER_ROW * cells.rows();
        pairsMax = SPARE + (long) PAIRS_PER_ROW * cells.rows();
        for (int at = 0; at < left.bucketCount; at++) {
            int bucket = left.buckets[at];
            boolean undated = bucket == grid.bucketUndated();
            int first = undated ? 0 : grid.bucketMin(bucket, nearness.daysMin());
            int last = undated ? bucket : grid.bucketMax(bucket, nearness.daysMax());
            int facing = Arrays.binarySearch(right.buckets, 0, right.bucketCount, first);
            facing = facing < 0 ? -facing - 1 : facing;
            while (facing < right.bucketCount && right.buckets[facing] <= last) {
                sweep(left, at, right, facing++);
            }
            int undatedBucket = right.bucketCount - 1;
            if (facing <= undatedBucket && right.buckets[undatedBucket] == grid.bucketUndated()) {
                sweep(left, at, right, undatedBucket);
            }
            if (isTooMuch()) {
                return false;
            }
        }
        return true;
    }

    private void sweep(Cells left, int leftBucket, Cells right, int rightBucket) {
        int lowest = right.bucketStarts[rightBucket];
        int end = right.bucketStarts[rightBucket + 1];
        int leftEnd = left.bucketStarts[leftBucket + 1];
        for (int cell = left.bucketStarts[leftBucket]; cell < leftEnd; cell++) {
            long amount = left.amounts[cell] + nearness.shift();
            int before = lowest;
            while (lowest < end
                    && right.amounts[lowest] < amount
                    && !nearness.holds(amount, right.amounts[lowest])) {
                lowest++;
            }
            int other = lowest;
            while (other < end
                    && (right.amounts[other] <= amount
                            || nearness.holds(amount, right.amounts[other]))) {
                offer(left, cell, right, other++);
            }
            stepsLeft -= 1 + (other - before);
            if (isTooMuch()) {
                return;
            }
        }
    }

    private boolean isTooMuch() {
        return stepsLeft < 0 || pairs.count > pairsMax;
    }

    private void offer(Cells left, int leftCell, Cells right, int rightCell) {
        boolean near = nearness.holds(left.days[leftCell], right.days[rightCell]);
        if (near && fit.isFree(left.row(leftCell), right.row(rightCell))) {
            pairs.add(leftCell, rightCell);
            leftCounts[leftCell] = sum(leftCounts[leftCell], right.size(rightCell));
            rightCounts[rightCell] = sum(rightCounts[rightCell], left.size(leftCell));
        }
    }

    private static int sum(int count, int more) {
        return (int) Math.min(Integer.MAX_VALUE, (long) count + more);
    }

    private static int[] cleared(int[] counts, int size) {
        if (counts.length < size) {
            return new int[Math.max(size, counts.length * 2)];
        }
        Arrays.fill(counts, 0, size, 0);
        return counts;
    }
}
