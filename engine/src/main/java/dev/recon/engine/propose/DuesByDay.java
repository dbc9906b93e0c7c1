package dev.recon.engine.propose;

import dev.recon.engine.read.DatePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Entries of one number and amount, paired by the nearest day: of all, or of those that lie in the
/// window of a due day, which reaches to the next one.
final class DuesByDay {
    /// The longest period: whoever pays later pays something else.
    static final int LONGEST = 45;

    /// Entries of one number and amount on each side; of more no day tells which is which.
    private static final int GROUP_MAX = 120;

    private static final int GAPS_MIN = 20;
    private static final int WINDOWED_PERIOD_MIN = 14;
    private static final int QUIET_SHARE = 10;
    private static final double QUIET_MAX = 0.005;
    private static final int BY_CHANCE_MIN = 8;
    private static final double RARE = 0.05;

    private final int[] left;
    private final int[] right;
    private final List<int[]> paired = new ArrayList<>();
    private final int[] lags;
    private final int period;
    private final int earliest;
    private final int latest;

    /// One side: the rows of each number and amount, and the day of each row.
    record Dated(Map<String, List<Integer>> groups, int[] days) {
        /// The days from each entry to the next one of its group, ascending.
        private int[] gaps() {
            return groups.values().stream()
                    .flatMapToInt(rows -> {
                        int[] sorted =
                                rows.stream()
                                        .mapToInt(row -> days[row])
                                        .filter(day -> day != DatePattern.NOT_A_DATE)
                                        .sorted()
                                        .toArray();
                        return IntStream.range(1, sorted.length)
                                .map(at -> sorted[at] - sorted[at - 1]);
                    })
                    .sorted()
                    .toArray();
        }
    }

    DuesByDay(Dated ours, Dated theirs) {
        this(ours, theirs, new int[] {-LONGEST, LONGEST});
    }

    /// @param window how many days later right entries are, at least and at most
    private DuesByDay(Dated ours, Dated theirs, int[] window) {
        this.left = ours.days;
        this.right = theirs.days;
        this.earliest = window[0];
        this.latest = window[1];
        for (Map.Entry<String, List<Integer>> group : new TreeMap<>(ours.groups).entrySet()) {
            List<Integer> others = theirs.groups.getOrDefault(group.getKey(), List.of());
            if (Math.max(group.getValue().size(), others.size()) <= GROUP_MAX) {
                pair(group.getValue(), others);
            }
        }
        this.lags = paired.stream().mapToInt(this::lag).sorted().toArray();
        this.period = Math.max(fewDays(ours.gaps()), fewDays(theirs.gaps()));
    }

    private int lag(int[] pair) {
        return right[pair[1]] - left[pair[0]];
    }

    private void pair(List<Integer> ours, List<Integer> theirs) {
        List<int[]> all = new ArrayList<>();
        for (int one : ours) {
            for (int other : theirs) {
                if (left[one] != DatePattern.NOT_A_DATE && right[other] != DatePattern.NOT_A_DATE) {
                    all.add(new int[] {one, other});
                }
            }
        }
        all.sort(
                Comparator.<int[]>comparingInt(pair -> Math.abs(lag(pair)))
                        .thenComparingInt(pair -> left[pair[0]] + right[pair[1]]));
        Set<Integer> lefts = new HashSet<>(ours);
        Set<Integer> rights = new HashSet<>(theirs);
        for (int[] pair : all) {
            boolean free = lefts.contains(pair[0]) && rights.contains(pair[1]);
            if (free && lag(pair) >= earliest && lag(pair) <= latest) {
                lefts.remove(pair[0]);
                rights.remove(pair[1]);
                paired.add(pair);
            }
        }
    }

    /// Pairs of those who pay at any day but some: where hardly anybody pays on certain days before
    /// a due day, as many as nobody would by chance, a payment belongs to the due day whose window
    /// begins behind them. Of several such windows, the one whose payments lie nearest.
    Optional<DuesByDay> windowed(Dated ours, Dated theirs) {
        int quiet = Math.ceilDiv(period, QUIET_SHARE);
        DuesByDay best = null;
        for (int first = quiet - period + 1; period >= WINDOWED_PERIOD_MIN && first <= 0; first++) {
            int last = first + period - 1 - quiet;
            int[] whole = {first - quiet, last + quiet};
            boolean isQuiet = new DuesByDay(ours, theirs, whole).isQuiet(first, last, quiet);
            if (isQuiet) {
                DuesByDay found = new DuesByDay(ours, theirs, new int[] {first, last});
                best = best == null || found.usual() < best.usual() ? found : best;
            }
        }
        int nearest = period / 4;
        return Optional.ofNullable(best).filter(found -> found.usual() <= nearest);
    }

    /// Do hardly any pairs lie before the first and behind the last day of a window?
    private boolean isQuiet(int first, int last, int quiet) {
        long outside = Arrays.stream(lags).filter(lag -> lag < first || lag > last).count();
        boolean isMany = (long) lags.length * quiet >= (long) BY_CHANCE_MIN * period;
        return isMany && outside <= lags.length * QUIET_MAX;
    }

    /// How many days later or earlier the middle one of the pairs is.
    private int usual() {
        return lags.length == 0 ? LONGEST : Math.abs(lags[lags.length / 2]);
    }

    /// Nine of ten entries have their next one so many days later at least.
    private static int fewDays(int[] gaps) {
        return gaps.length < GAPS_MIN
                ? LONGEST
                : Math.min(LONGEST, gaps[(int) (gaps.length * 2 * RARE)]);
    }

    /// How many pairs there are.
    int count() {
        return paired.size();
    }

    /// The pairs, scattered.
    RowPairs pairs() {
        List<int[]> scattered = new ArrayList<>(paired);
        scattered.sort(Comparator.comparing(this::named, RowPairs.SCATTERED));
        return RowPairs.of(scattered);
    }

    /// The same when sides are swapped.
    private String named(int[] pair) {
        return left[pair[0]] + right[pair[1]] + " " + Math.abs(lag(pair));
    }

    /// The days from one entry of a number to the next one, of nearly all at least; [#LONGEST]
    /// where hardly any number has several of one amount.
    int period() {
        return period;
    }

    /// How many days wide the stretch is in which nine of ten pairs lie.
    int spread() {
        return lags.length == 0 ? Integer.MAX_VALUE : rarelyBehind() - rarelyBefore();
    }

    private int rarelyBefore() {
        return lags[(int) (lags.length * RARE)];
    }

    private int rarelyBehind() {
        return lags[lags.length - 1 - (int) (lags.length * RARE)];
    }
}
