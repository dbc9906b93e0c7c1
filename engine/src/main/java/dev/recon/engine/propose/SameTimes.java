package dev.recon.engine.propose;

import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.Moments;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Maps the times of day that a reference shows to be the same in nearly all paired entries, to the
/// second, but for the clock of one side that may be ahead: any other is a difference.
///
/// Where one clock is ahead, a day is the next one for what happens about midnight, and for nothing
/// else.
record SameTimes(Draft draft) {
    private static final int PAIRS_MIN = 20;
    private static final int PAIRS_MAX = 1_000;
    private static final double SAME_MIN = 0.9;
    private static final int AHEAD_MAX = 14 * 3_600;

    /// Two columns, and by how many seconds the times of the right one are later in most pairs.
    ///
    /// @param share in how many of the pairs that have both, 0 to 1
    private record Same(Timed left, Timed right, int later, double share) {}

    void map() {
        if (!draft.isDecided || draft.isShared(Table.TIME) || draft.pairs.count() < PAIRS_MIN) {
            return;
        }
        List<Timed> lefts = told(Side.LEFT);
        List<Timed> rights = told(Side.RIGHT);
        Same best = null;
        for (Timed one : lefts) {
            for (Timed other : rights) {
                Same found = same(one, other);
                if (isBorneOut(found) && (best == null || found.share > best.share)) {
                    best = found;
                }
            }
        }
        if (best != null) {
            map(best);
        } else if (!lefts.isEmpty() && !rights.isEmpty()) {
            draft.tell(Table.DATE, "times of day are compared with nothing");
        }
    }

    private List<Timed> told(Side side) {
        return Timed.find(draft, side).stream().filter(Timed::isTold).toList();
    }

    private Same same(Timed one, Timed other) {
        RowPairs pairs = draft.pairs.first(PAIRS_MAX);
        Map<Integer, Integer> apart = new TreeMap<>();
        int both = 0;
        for (int pair = 0; pair < pairs.count(); pair++) {
            int from = one.moments()[pairs.left()[pair]];
            int to = other.moments()[pairs.right()[pair]];
            if (from != Moments.ABSENT && to != Moments.ABSENT) {
                both++;
                apart.merge(to - from, 1, Integer::sum);
            }
        }
        Map.@Nullable Entry<Integer, Integer> most =
                apart.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
        return most == null || both < PAIRS_MIN
                ? new Same(one, other, 0, 0)
                : new Same(one, other, most.getKey(), (double) most.getValue() / both);
    }

    /// Other pairs would show the same clock where all entries have one of a few moments.
    private boolean isBorneOut(Same found) {
        return found.share >= SAME_MIN
                && Math.abs((long) found.later) <= AHEAD_MAX
                && draft.pairs.shifted().share(holding(found)) <= found.share / 2;
    }

    /// Are two rows apart by what the clocks are?
    private static RowPairs.Nearness holding(Same found) {
        int[] ours = found.left.moments();
        int[] theirs = found.right.moments();
        return (a, b) ->
                ours[a] != Moments.ABSENT
                        && theirs[b] != Moments.ABSENT
                        && theirs[b] - ours[a] == found.later;
    }

    private void map(Same found) {
        draft.map(
                Table.TIME,
                Timed.mapped(found.left, found.right, found.later),
                OptionalDouble.of(found.share),
                "same times in paired entries" + Timed.ahead(found.later));
        draft.timedDays = Optional.of(days(found));
    }

    /// How far the days of pairs whose times agree lie apart.
    private DayWindow days(Same found) {
        int[] ours = new FieldValues(draft, Side.LEFT).days();
        int[] theirs = new FieldValues(draft, Side.RIGHT).days();
        RowPairs.Nearness holds = holding(found);
        int earliest = 0;
        int latest = 0;
        for (int pair = 0; pair < draft.pairs.count(); pair++) {
            int left = draft.pairs.left()[pair];
            int right = draft.pairs.right()[pair];
            if (holds.holds(left, right)) {
                earliest = Math.min(earliest, theirs[right] - ours[left]);
                latest = Math.max(latest, theirs[right] - ours[left]);
            }
        }
        return new DayWindow(-earliest, latest);
    }
}
