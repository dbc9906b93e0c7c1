package dev.recon.engine.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Sampled entries of both sides that belong together by some first evidence, to judge columns by.
///
/// @param left a left row for each pair
/// @param right a right row for each pair
record RowPairs(int[] left, int[] right) {
    private static final int GOLDEN = 0x9E3779B9;

    /// An order of values that neither the order of the lines nor swapped sides change.
    static final Comparator<String> SCATTERED =
            Comparator.<String>comparingInt(RowPairs::scattered).thenComparing(value -> value);

    static final RowPairs NONE = new RowPairs(new int[0], new int[0]);

    int count() {
        return left.length;
    }

    /// Pairs entries whose value occurs exactly once on each side. Their order depends on the
    /// values alone, so that neither the order of the lines nor swapped sides choose other pairs to
    /// judge by; it scatters them, so that the next pair is a pair by chance.
    static RowPairs byValue(String[] left, String[] right) {
        Map<String, Integer> once = onceOnly(right);
        Map<String, Integer> leftOnce = onceOnly(left);
        List<int[]> pairs = new ArrayList<>();
        for (int row = 0; row < left.length; row++) {
            Integer other =
                    leftOnce.getOrDefault(left[row], -1) == row ? once.get(left[row]) : null;
            if (other != null && other >= 0) {
                pairs.add(new int[] {row, other});
            }
        }
        pairs.sort(
                Comparator.<int[]>comparingInt(pair -> scattered(left[pair[0]]))
                        .thenComparing(pair -> left[pair[0]]));
        return of(pairs);
    }

    /// One pair for each value that both sides have, whatever number of entries has it.
    ///
    /// @param left the left row that stands for each value
    /// @param right the right row that does
    static RowPairs byGroup(Map<String, Integer> left, Map<String, Integer> right) {
        return of(
                left.keySet().stream()
                        .filter(right::containsKey)
                        .sorted(
                                Comparator.comparingInt(RowPairs::scattered)
                                        .thenComparing(Comparator.naturalOrder()))
                        .map(value -> new int[] {row(left, value), row(right, value)})
                        .toList());
    }

    /// Of the rows that have a value on both sides the first with the first, the second with the
    /// second, and so on.
    static RowPairs byTurn(Map<String, List<Integer>> left, Map<String, List<Integer>> right) {
        List<int[]> pairs = new ArrayList<>();
        left.keySet().stream()
                .filter(right::containsKey)
                .sorted(SCATTERED)
                .forEach(value -> {
                    List<Integer> ours = Objects.requireNonNull(left.get(value));
                    List<Integer> theirs = Objects.requireNonNull(right.get(value));
                    for (int turn = 0; turn < Math.min(ours.size(), theirs.size()); turn++) {
                        pairs.add(new int[] {ours.get(turn), theirs.get(turn)});
                    }
                });
        return of(pairs);
    }

    private static int row(Map<String, Integer> rows, String value) {
        return Objects.requireNonNull(rows.get(value));
    }

    private static int scattered(String value) {
        return Integer.reverse(value.hashCode() * GOLDEN);
    }

    static RowPairs of(List<int[]> pairs) {
        return new RowPairs(
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray());
    }

    /// The same pairs with the sides swapped.
    RowPairs swapped() {
        return new RowPairs(/* left= */ right, /* right= */ left);
    }

    /// The same left rows, each with the right row of the next pair: pairs by chance.
    RowPairs shifted() {
        int[] next = new int[right.length];
        for (int pair = 0; pair < right.length; pair++) {
            next[pair] = right[(pair + 1) % right.length];
        }
        return new RowPairs(left, next);
    }

    /// At most so many of the pairs, spread evenly.
    RowPairs first(int pairsMax) {
        if (left.length <= pairsMax) {
            return this;
        }
        int[] ours = new int[pairsMax];
        int[] theirs = new int[pairsMax];
        for (int pair = 0; pair < pairsMax; pair++) {
            int from = (int) ((long) pair * left.length / pairsMax);
            ours[pair] = left[from];
            theirs[pair] = right[from];
        }
        return new RowPairs(ours, theirs);
    }

    /// Do a left and a right row agree?
    interface Nearness {
        boolean holds(int leftRow, int rightRow);
    }

    /// How many of the pairs agree, 0 to 1; 0 without any.
    double share(Nearness nearness) {
        int near = 0;
        for (int pair = 0; pair < left.length; pair++) {
            near += nearness.holds(left[pair], right[pair]) ? 1 : 0;
        }
        return left.length == 0 ? 0 : (double) near / left.length;
    }

    /// Of the pairs that can be judged, how many agree, 0 to 1; -1 without any.
    double share(Nearness judged, Nearness nearness) {
        int count = 0;
        int near = 0;
        for (int pair = 0; pair < left.length; pair++) {
            if (judged.holds(left[pair], right[pair])) {
                count++;
                near += nearness.holds(left[pair], right[pair]) ? 1 : 0;
            }
        }
        return count == 0 ? -1 : (double) near / count;
    }

    private static Map<String, Integer> onceOnly(String[] values) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            if (!values[row].isEmpty()) {
                rows.merge(values[row], row, (_, _) -> -1);
            }
        }
        return rows;
    }
}
