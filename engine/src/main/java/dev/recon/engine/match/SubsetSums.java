package dev.recon.engine.match;

import dev.recon.engine.rules.Pass;
import java.util.Arrays;

/// Finds all subsets of some amounts, of two or more entries, that come to a target exactly.
///
/// Amounts are positive and ascending. The larger entries of a subset are chosen one by one, with
/// bounds on what the others can still add; the last two are found by two hands from both ends. The
/// same walk counts the sums that miss the target by a little: from them follows how many subsets
/// would hit it by accident (see [#chance]).
///
/// Cost: n steps for pairs, n to the power of (size - 1) / (size - 1)! at most for larger sizes, a
/// step being one compare of a sum. 30 candidates, sizes to 5: see the benchmark `SubsetSums`.
/// Memory: 28 bytes a candidate.
final class SubsetSums {
    /// More solutions than these are not counted.
    static final int SOLUTIONS_MAX = 1000;

    /// The window of sums that are counted as near: this share of the target to each side.
    private static final int NEAR_SHARE = 64;

    private static final int NEAR_STEPS_MIN = 100;

    private long[] amounts = new long[0];
    private int[] costs = new int[0];
    private long[] sums = new long[1];
    private int count;
    private long grain;
    private long window;
    private long near;
    private long stepsLeft;
    private int size;
    private final int[] chosen = new int[Pass.Sum.ENTRIES_MAX];
    private final int[] best = new int[Pass.Sum.ENTRIES_MAX];
    private long bestCost;

    /// The number of entries of the best solution; 0 without any.
    int bestSize;

    /// How many solutions there are.
    int solutions;

    /// The size of subsets at which the steps ran out; 0 when all were looked at.
    int stoppedAt;

    /// @param units the amounts, above 0 and ascending
    /// @param distances of the solutions, the one with the least sum of them is the best
    void fill(long[] units, int[] distances, int candidates) {
        amounts = units;
        costs = distances;
        count = candidates;
        if (sums.length <= candidates) {
            sums = new long[candidates * 2 + 1];
        }
        grain = 0;
        for (int at = 0; at < candidates; at++) {
            sums[at + 1] = Math.addExact(sums[at], units[at]);
            grain = divisor(grain, units[at]);
        }
    }

    /// The greatest common divisor; that of 0 and another is the other.
    static long divisor(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /// Looks at all subsets of 2 to `sizeMax` entries.
    ///
    /// @param stepsMax how many steps may be taken; [#stoppedAt] says when they are used up
    /// @return the steps that were taken
    long search(long target, int sizeMax, long stepsMax) {
        solutions = 0;
        bestSize = 0;
        bestCost = Long.MAX_VALUE;
        near = 0;
        stoppedAt = 0;
        stepsLeft = stepsMax;
        window = Math.max(NEAR_STEPS_MIN * grain, target / NEAR_SHARE);
        for (size = 2; size <= Math.min(sizeMax, count) && stoppedAt == 0; size++) {
            choose(size, count, target);
            if (stepsLeft < 0) {
                stoppedAt = size;
            }
        }
        return stepsMax - stepsLeft;
    }

    /// The place of an entry of the best solution.
    int best(int place) {
        return best[place];
    }

    /// How many subsets would come to the target by accident: as many as came near it, spread
    /// evenly over the sums that the amounts can make there. Half a subset stands for none.
    double chance() {
        double places = 2.0 * window / Math.max(1, grain);
        return Math.max(0.5, (double) (near - solutions)) / places;
    }

    /// @param left how many entries are still to be chosen, 2 or more
    /// @param limit they stand before this place
    /// @param need what they come to
    private void choose(int left, int limit, long need) {
        if (left == 2) {
            pairs(limit, need);
            return;
        }
        for (int at = limit - 1; at >= left - 1 && stepsLeft >= 0; at--) {
            stepsLeft--;
            long rest = need - amounts[at];
            if (rest + window < sums[left - 1]) {
                continue;
            }
            if (rest - window > sums[at] - sums[at - left + 1]) {
                return;
            }
            chosen[left - 1] = at;
            choose(left - 1, at, rest);
        }
    }

    private void pairs(int limit, long need) {
        long found = upTo(limit, need + window) - upTo(limit, need - window - 1);
        near += found;
        stepsLeft -= 2L * limit;
        if (found > 0) {
            hits(limit, need);
        }
    }

    /// How many pairs come to at most this sum?
    private long upTo(int limit, long sum) {
        long pairs = 0;
        int low = 0;
        int high = limit - 1;
        while (low < high) {
            if (amounts[low] + amounts[high] <= sum) {
                pairs += high - low;
                low++;
            } else {
                high--;
            }
        }
        return pairs;
    }

    private void hits(int limit, long need) {
        stepsLeft -= limit;
        int low = 0;
        int high = limit - 1;
        while (low < high) {
            long sum = amounts[low] + amounts[high];
            if (sum == need) {
                for (int at = high; at > low && amounts[at] == amounts[high]; at--) {
                    hit(low, at);
                }
                low++;
            } else if (sum < need) {
                low++;
            } else {
                high--;
            }
        }
    }

    private void hit(int first, int second) {
        chosen[0] = first;
        chosen[1] = second;
        solutions = Math.min(SOLUTIONS_MAX, solutions + 1);
        long cost = 0;
        for (int at = 0; at < size; at++) {
            cost += costs[chosen[at]];
        }
        if (cost < bestCost) {
            bestCost = cost;
            bestSize = size;
            System.arraycopy(chosen, 0, best, 0, size);
            Arrays.sort(best, 0, size);
        }
    }
}
