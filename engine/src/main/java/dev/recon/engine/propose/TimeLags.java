package dev.recon.engine.propose;

import dev.recon.engine.table.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How far entries of one amount lie apart in time, and where most of those that belong together
/// do: around one lag, be it zero, a delay, a time zone or a clock that goes wrong.
///
/// The stretch of lags that holds most pairs is found for several widths, and the narrowest is
/// taken that pairs as many entries as any: those that have one candidate each, less what the same
/// stretch pairs hours before and after, where true partners are not.
final class TimeLags {
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int PAIRS_MAX = 2_000_000;
    private static final int[] WIDTHS = {1, 3, 10, 30, 60, 120, 300, 600, 1_200, 2_400};
    private static final double ENOUGH = 0.98;
    private static final double TAIL = 1.5;

    private final List<Group> groups;
    private final int later;
    private final int reach;
    private final List<int[]> clear = new ArrayList<>();
    private long covered;
    private final double decoys;

    /// The moments and amounts of one side.
    record Timed(int[] moments, long[] units) {}

    /// Entries of one amount, each side in the order of time.
    private record Group(int[] left, int[] right, Timed ours, Timed theirs) {
        int from(int at) {
            return ours.moments[left[at]];
        }

        int to(int at) {
            return theirs.moments[right[at]];
        }

        /// The first right entry at or behind a moment.
        int first(long moment) {
            int low = 0;
            int high = right.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (to(middle) < moment) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /// How many right entries lie within `reach` of `later` seconds after each left one, and
        /// the other way round for each right one.
        int[][] counts(int later, int reach) {
            int[] lefts = new int[left.length];
            int[] rights = new int[right.length];
            for (int at = 0; at < left.length; at++) {
                long moment = (long) from(at) + later;
                int end = first(moment + reach + 1);
                for (int other = first(moment - reach); other < end; other++) {
                    lefts[at]++;
                    rights[other]++;
                }
            }
            return new int[][] {lefts, rights};
        }

        /// How many pairs lie within a day.
        long pairs() {
            long pairs = 0;
            for (int at = 0; at < left.length; at++) {
                pairs += first((long) from(at) + DAY + 1) - first((long) from(at) - DAY);
            }
            return pairs;
        }
    }

    private TimeLags(List<Group> groups, int later, int reach) {
        this.groups = groups;
        this.later = later;
        this.reach = reach;
        int apart = Math.ceilDiv(2 * reach + 1, HOUR) * HOUR;
        this.decoys = (count(later + apart) + count(later - apart)) / 2.0;
        groups.forEach(this::collect);
    }

    /// The lags that pair most entries.
    static TimeLags of(Timed ours, Timed theirs) {
        List<Group> groups = groups(ours, theirs);
        int[] lags = lags(groups);
        List<TimeLags> all = new ArrayList<>();
        for (int width : WIDTHS) {
            all.add(around(groups, lags, width));
        }
        double most = all.stream().mapToDouble(TimeLags::beyondChance).max().orElse(0);
        return all.stream()
                .filter(one -> one.beyondChance() >= ENOUGH * most)
                .findFirst()
                .orElseThrow();
    }

    /// Those with few pairs, as many as are soon looked at.
    private static List<Group> groups(Timed ours, Timed theirs) {
        Map<Long, List<Integer>> lefts = byAmount(ours);
        Map<Long, List<Integer>> rights = byAmount(theirs);
        List<Group> groups = new ArrayList<>();
        lefts.forEach((units, rows) -> {
            List<Integer> others = rights.get(units);
            if (others != null) {
                groups.add(new Group(sorted(rows, ours), sorted(others, theirs), ours, theirs));
            }
        });
        groups.sort(Comparator.comparingLong(Group::pairs));
        long pairs = 0;
        int few = 0;
        while (few < groups.size() && pairs + groups.get(few).pairs() <= PAIRS_MAX) {
            pairs += groups.get(few++).pairs();
        }
        return groups.subList(0, few);
    }

    private static Map<Long, List<Integer>> byAmount(Timed side) {
        Map<Long, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < side.moments.length; row++) {
            if (side.moments[row] != Moments.ABSENT && AmountColumns.isFilled(side.units[row])) {
                rows.computeIfAbsent(side.units[row], _ -> new ArrayList<>()).add(row);
            }
        }
        return rows;
    }

    private static int[] sorted(List<Integer> rows, Timed side) {
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> side.moments[row]))
                .mapToInt(row -> row)
                .toArray();
    }

    /// The seconds from left to right entries of one amount, up to a day, ascending.
    private static int[] lags(List<Group> groups) {
        int[] lags = new int[(int) groups.stream().mapToLong(Group::pairs).sum()];
        int count = 0;
        for (Group group : groups) {
            for (int at = 0; at < group.left.length; at++) {
                int end = group.first((long) group.from(at) + DAY + 1);
                int other = group.first((long) group.from(at) - DAY);
                for (; other < end; other++) {
                    lags[count++] = group.to(other) - group.from(at);
                }
            }
        }
        Arrays.sort(lags);
        return lags;
    }

    /// Around the middle of the stretch of this width that holds most lags, or of all from the
    /// first to the last of several: the same when sides are swapped.
    private static TimeLags around(List<Group> groups, int[] lags, int width) {
        int start = 0;
        int end = 0;
        int most = 0;
        int from = 0;
        for (int at = 0; at < lags.length; at++) {
            while (lags[at] - lags[from] >= width) {
                from++;
            }
            if (at - from + 1 > most) {
                most = at - from + 1;
                start = from;
            }
            end = at - from + 1 == most ? at : end;
        }
        if (most == 0) {
            return new TimeLags(groups, 0, width);
        }
        int count = end - start + 1;
        int middle = (lags[start + (count - 1) / 2] + lags[start + count / 2]) / 2;
        int widest = Math.max(middle - lags[start], lags[end] - middle);
        return new TimeLags(groups, middle, (int) Math.ceil(TAIL * widest) + 1);
    }

    private void collect(Group group) {
        int[][] counts = group.counts(later, reach);
        for (int at = 0; at < group.left.length; at++) {
            int other = group.first((long) group.from(at) + later - reach);
            covered += counts[0][at] > 0 ? 1 : 0;
            if (counts[0][at] == 1 && counts[1][other] == 1) {
                clear.add(new int[] {group.left[at], group.right[other]});
            }
        }
    }

    /// How many pairs with one candidate each there are elsewhere.
    private long count(int elsewhere) {
        long count = 0;
        for (Group group : groups) {
            int[][] counts = group.counts(elsewhere, reach);
            for (int at = 0; at < group.left.length; at++) {
                int other = group.first((long) group.from(at) + elsewhere - reach);
                count += counts[0][at] == 1 && counts[1][other] == 1 ? 1 : 0;
            }
        }
        return count;
    }

    private double beyondChance() {
        return clear.size() - 2 * decoys;
    }

    /// How many seconds right entries are later, below 0 earlier.
    int later() {
        return later;
    }

    /// How many seconds more or less that is.
    int reach() {
        return reach;
    }

    /// How many pairs have no other candidate.
    int clear() {
        return clear.size();
    }

    /// How many left entries have a candidate.
    long covered() {
        return covered;
    }

    /// How many such pairs coincidence makes.
    double decoys() {
        return decoys;
    }

    /// The pairs that have no other candidate, in an order that scatters them.
    RowPairs pairs() {
        List<int[]> pairs = new ArrayList<>(clear);
        pairs.sort(Comparator.comparing(this::named, RowPairs.SCATTERED));
        return RowPairs.of(pairs);
    }

    /// The same when sides are swapped: no two clear pairs of one amount share a moment.
    private String named(int[] pair) {
        Timed ours = groups.getFirst().ours;
        Timed theirs = groups.getFirst().theirs;
        long moments = (long) ours.moments[pair[0]] + theirs.moments[pair[1]];
        return moments + " " + Math.abs(ours.units[pair[0]]);
    }
}
