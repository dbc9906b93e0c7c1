package dev.recon.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds the subsets of a few amounts that come nearest to a target.
///
/// The larger parts are chosen one by one, the smallest is found by binary search among what may
/// still be within the worst of the best so far. It stops after [#STEPS_MAX] sums, about 0.1
/// seconds.
final class NearSums {
    private static final long STEPS_MAX = 3_000_000;

    private static final Comparator<Subset> ORDER =
            Comparator.comparingLong(Subset::missed)
                    .thenComparingInt(subset -> subset.places.length)
                    .thenComparing(Subset::places, Arrays::compare);

    /// Some places among the amounts, ascending.
    ///
    /// @param sum what they come to
    /// @param missed how far that is from the target
    record Subset(int[] places, long sum, long missed) {}

    private final long[] amounts;
    private final long target;
    private final int best;
    private final List<Subset> found = new ArrayList<>();
    private long window;
    private long steps;

    /// @param amounts above zero, ascending
    /// @param window how far a sum may miss the target
    /// @param best how many subsets are kept
    NearSums(long[] amounts, long target, long window, int best) {
        this.amounts = amounts;
        this.target = target;
        this.window = window;
        this.best = best;
    }

    /// The best subsets of 2 to `sizeMax` amounts, the nearest first.
    List<Subset> find(int sizeMax) {
        for (int size = 2; size <= Math.min(sizeMax, amounts.length); size++) {
            choose(new int[size], size, amounts.length, 0);
        }
        return List.copyOf(found);
    }

    /// Was every subset looked at?
    boolean isWhole() {
        return steps <= STEPS_MAX;
    }

    /// @param left how many parts are still to be chosen, all before the place `limit`
    private void choose(int[] chosen, int left, int limit, long sum) {
        if (left == 1) {
            last(chosen, limit, sum);
            return;
        }
        for (int at = limit - 1; at >= left - 1 && isWhole(); at--) {
            steps++;
            if (amounts[at] < Math.ceilDiv(target - window - sum, left)) {
                return;
            }
            if (sum + amounts[at] <= target + window) {
                chosen[left - 1] = at;
                choose(chosen, left - 1, at, sum + amounts[at]);
            }
        }
    }

    private void last(int[] chosen, int limit, long sum) {
        int from = Arrays.binarySearch(amounts, 0, limit, target - window - sum);
        int at = from < 0 ? -from - 1 : from;
        while (at > 0 && amounts[at - 1] == target - window - sum) {
            at--;
        }
        for (; at < limit && sum + amounts[at] <= target + window; at++) {
            steps++;
            chosen[0] = at;
            offer(chosen, sum + amounts[at]);
        }
    }

    private void offer(int[] chosen, long sum) {
        Subset subset = new Subset(chosen.clone(), sum, Math.abs(sum - target));
        found.add(subset);
        found.sort(ORDER);
        if (found.size() > best) {
            found.removeLast();
            window = Math.min(window, found.getLast().missed);
        }
    }
}
