package dev.recon.engine.propose;

import dev.recon.engine.read.DatePattern;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The dates of paired entries that both have one, in days.
///
/// @param left that of the left entry of each pair
/// @param right that of the right entry
record PairedDays(int[] left, int[] right) {
    /// @param left the dates of all rows of the sample
    static PairedDays of(int[] left, int[] right, RowPairs pairs) {
        int[] ours = new int[pairs.count()];
        int[] theirs = new int[pairs.count()];
        int count = 0;
        for (int pair = 0; pair < ours.length; pair++) {
            int one = left[pairs.left()[pair]];
            int other = right[pairs.right()[pair]];
            if (one != DatePattern.NOT_A_DATE && other != DatePattern.NOT_A_DATE) {
                ours[count] = one;
                theirs[count++] = other;
            }
        }
        return new PairedDays(Arrays.copyOf(ours, count), Arrays.copyOf(theirs, count));
    }

    /// How many days the right date of each pair lies behind the left one.
    int[] lags() {
        int[] lags = new int[left.length];
        for (int pair = 0; pair < lags.length; pair++) {
            lags[pair] = right[pair] - left[pair];
        }
        return lags;
    }

    /// How many pairs would lie so many days apart if any of these dates could go with any other.
    ///
    /// @param most the most days, forth and back
    /// @return from `-most` to `most`
    double[] byChance(int most) {
        Map<Integer, Integer> ours = counts(left);
        Map<Integer, Integer> theirs = counts(right);
        double[] chance = new double[2 * most + 1];
        for (int at = 0; at < chance.length; at++) {
            int lag = at - most;
            long products =
                    ours.entrySet().stream()
                            .mapToLong(day ->
                                    (long) day.getValue()
                                            * theirs.getOrDefault(day.getKey() + lag, 0))
                            .sum();
            chance[at] = (double) products / Math.max(1, left.length);
        }
        return chance;
    }

    private static Map<Integer, Integer> counts(int[] days) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int day : days) {
            counts.merge(day, 1, Integer::sum);
        }
        return counts;
    }
}
