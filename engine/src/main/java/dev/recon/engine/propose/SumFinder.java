package dev.recon.engine.propose;

import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Do entries of one side come to an entry of the other? Counted in the sample, among entries that
/// agree in some fields, and against what chance would give: the same search for targets that are a
/// little larger.
final class SumFinder {
    static final int ENTRIES_MAX = 5;
    private static final int CANDIDATES_MAX = 14;
    private static final int HITS_MIN = 3;
    private static final int BEYOND = 5;
    private static final long[] DECOYS = {1_000_000, 7_000_000, 13_000_000, 29_000_000};

    private final Draft draft;
    private final List<String> fields;
    private final DayWindow window;
    private int hits;
    private int accidents;

    /// @param fields what the entries of a sum have in common
    SumFinder(Draft draft, List<String> fields, DayWindow window) {
        this.draft = draft;
        this.fields = fields;
        this.window = window;
    }

    /// Are there sums in the sample, far beyond chance?
    boolean isBorneOut() {
        Sampled left = sampled(Side.LEFT, draft.pairs.left());
        Sampled right = sampled(Side.RIGHT, draft.pairs.right());
        count(left, right, false);
        count(right, left, true);
        return hits >= HITS_MIN && hits * DECOYS.length > BEYOND * accidents;
    }

    /// The sampled entries of one side that the key does not pair.
    private record Sampled(long[] units, int[] days, Map<String, List<Integer>> groups) {}

    private Sampled sampled(Side side, int[] paired) {
        boolean[] taken = new boolean[draft.sample(side).rows()];
        for (int row : paired) {
            taken[row] = true;
        }
        FieldValues mapped = new FieldValues(draft, side);
        String[] keys = new String[taken.length];
        Arrays.fill(keys, "");
        for (String field : fields) {
            String[] values = mapped.texts(field);
            for (int row = 0; row < keys.length; row++) {
                taken[row] |= values[row].isEmpty();
                keys[row] += values[row] + "\n";
            }
        }
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int row = 0; row < keys.length; row++) {
            if (!taken[row]) {
                groups.computeIfAbsent(keys[row], _ -> new ArrayList<>()).add(row);
            }
        }
        return new Sampled(units(side), mapped.days(), groups);
    }

    private long[] units(Side side) {
        return Arrays.stream(draft.units(side))
                .map(units -> units == Long.MIN_VALUE ? 0 : units)
                .toArray();
    }

    /// @param back are the targets of the right?
    private void count(Sampled targets, Sampled parts, boolean back) {
        targets.groups.forEach((key, rows) -> {
            List<Integer> others = parts.groups.getOrDefault(key, List.of());
            if (others.size() < 2) {
                return;
            }
            for (int row : rows) {
                long[] candidates =
                        others.stream()
                                .filter(other -> isNear(targets.days[row], parts.days[other], back))
                                .mapToLong(other -> parts.units[other])
                                .filter(units -> isPart(units, targets.units[row]))
                                .map(Math::abs)
                                .sorted()
                                .toArray();
                count(candidates, Math.abs(targets.units[row]));
            }
        });
    }

    private boolean isNear(int ours, int theirs, boolean back) {
        return ours == DateColumn.ABSENT
                || theirs == DateColumn.ABSENT
                || (back ? window.holds(theirs, ours) : window.holds(ours, theirs));
    }

    private static boolean isPart(long units, long target) {
        return Long.signum(units) == Long.signum(target) && Math.abs(units) < Math.abs(target);
    }

    private void count(long[] candidates, long target) {
        if (candidates.length < 2 || candidates.length > CANDIDATES_MAX) {
            return;
        }
        hits += comes(candidates, candidates.length, target, 0) ? 1 : 0;
        for (long decoy : DECOYS) {
            accidents += comes(candidates, candidates.length, target + decoy, 0) ? 1 : 0;
        }
    }

    /// Do some of the first `limit` candidates come to the rest of a target?
    private static boolean comes(long[] candidates, int limit, long rest, int chosen) {
        if (rest == 0) {
            return chosen >= 2;
        }
        if (rest < 0 || chosen == ENTRIES_MAX) {
            return false;
        }
        for (int at = limit - 1; at >= 0; at--) {
            if (comes(candidates, at, rest - candidates[at], chosen + 1)) {
                return true;
            }
        }
        return false;
    }
}
