package dev.recon.engine.explain;

import dev.recon.engine.match.Cascade;
import dev.recon.engine.match.Decisions;
import dev.recon.engine.match.LineContent;
import dev.recon.engine.match.Matching;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.PickedRows;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts what a change of the rules would match, by running the changed pass and those behind it
/// over all entries that these may take: the open ones, and those that one of them holds.
///
/// Such entries are copied once for each place of a pass (about 40 bytes each).
final class Reach {
    private final Scope scope;
    private final Map<Integer, Optional<Contest>> contests = new HashMap<>();

    Reach(Scope scope) {
        this.scope = scope;
    }

    /// What the passes find, beside what they find as they are.
    ///
    /// @param others how many entries they match beside the pair that were open
    /// @param moved how many entries they match otherwise or not any more
    record Counted(boolean matchesPair, int others, int moved) {}

    /// A cascade that is changed from one place on.
    ///
    /// @param from the first pass that is another one
    record Changed(int from, List<Pass> passes) {
        List<Pass> behind() {
            return passes.subList(from, passes.size());
        }
    }

    /// What changed passes would match; empty when not all entries are here, or those that they may
    /// take are more than [Limits#REACH_ROWS_MAX].
    Optional<Counted> of(Changed changed, EntryPair pair) {
        return contests.computeIfAbsent(changed.from(), this::contest)
                .map(contest -> contest.count(changed.behind(), pair));
    }

    private Optional<Contest> contest(int from) {
        if (!scope.of(Side.LEFT).isWhole() || !scope.of(Side.RIGHT).isWhole()) {
            return Optional.empty();
        }
        int[] left = rows(Side.LEFT, from);
        int[] right = rows(Side.RIGHT, from);
        return (long) left.length + right.length > Limits.REACH_ROWS_MAX
                ? Optional.empty()
                : Optional.of(Contest.of(scope, from, left, right));
    }

    private int[] rows(Side side, int from) {
        Holder holder = scope.holder();
        int[] rows = new int[16];
        int count = 0;
        for (int row = 0; row < scope.table(side).rows(); row++) {
            if (holder.isOpen(side, row) || holder.pass(side, row) >= from) {
                rows = count == rows.length ? Arrays.copyOf(rows, count * 2) : rows;
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /// The entries that the passes from one on may take.
    ///
    /// @param before what these passes find as they are
    private record Contest(
            int[] leftRows, int[] rightRows, Cascade.Inputs inputs, Matching before) {
        static Contest of(Scope scope, int from, int[] left, int[] right) {
            List<Pass> passes = scope.rules().passes();
            Cascade.Inputs inputs =
                    new Cascade.Inputs(
                            PickedRows.of(scope.table(Side.LEFT), left),
                            PickedRows.of(scope.table(Side.RIGHT), right),
                            scope.rules().rates(),
                            passes.subList(from, passes.size()),
                            picked(scope.holder().parted(), left, right),
                            content(scope, Side.LEFT, left),
                            content(scope, Side.RIGHT, right));
            return new Contest(left, right, inputs, Cascade.run(inputs, Progress.NONE, 1));
        }

        /// What people parted, by the places of these rows.
        private static Decisions picked(Decisions parted, int[] left, int[] right) {
            List<Decisions.Veto> vetoes =
                    parted.vetoes().stream()
                            .map(veto ->
                                    new Decisions.Veto(
                                            Arrays.binarySearch(left, veto.left()),
                                            Arrays.binarySearch(right, veto.right())))
                            .filter(veto -> veto.left() >= 0 && veto.right() >= 0)
                            .toList();
            List<Decisions.OwnVeto> ownVetoes =
                    parted.ownVetoes().stream()
                            .map(veto -> picked(veto, veto.side() == Side.LEFT ? left : right))
                            .filter(veto -> veto.one() >= 0 && veto.other() >= 0)
                            .toList();
            return new Decisions(List.of(), vetoes, ownVetoes);
        }

        private static Decisions.OwnVeto picked(Decisions.OwnVeto veto, int[] rows) {
            return new Decisions.OwnVeto(
                    veto.side(),
                    Arrays.binarySearch(rows, veto.one()),
                    Arrays.binarySearch(rows, veto.other()));
        }

        private static LineContent content(Scope scope, Side side, int[] rows) {
            return row -> {
                String raw = scope.of(side).lines().entry(rows[row]).raw();
                byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
                return Hash.of(bytes, 0, bytes.length);
            };
        }

        Counted count(List<Pass> passes, EntryPair pair) {
            Matching after = Cascade.run(inputs.with(passes), Progress.NONE, 1);
            int left = Arrays.binarySearch(leftRows, pair.left().row());
            int right = Arrays.binarySearch(rightRows, pair.right().row());
            boolean matched =
                    left >= 0
                            && right >= 0
                            && !after.isOpen(Side.LEFT, left)
                            && after.matchOf(Side.LEFT, left) == after.matchOf(Side.RIGHT, right);
            int others = 0;
            int moved = 0;
            for (Side side : Side.values()) {
                for (int row = 0; row < after.entries(side); row++) {
                    if (row == (side == Side.LEFT ? left : right)) {
                        continue;
                    }
                    boolean wasOpen = before.isOpen(side, row);
                    others += wasOpen && !after.isOpen(side, row) ? 1 : 0;
                    moved += !wasOpen && !isSame(after, side, row) ? 1 : 0;
                }
            }
            return new Counted(matched, others, moved);
        }

        /// Is an entry still matched with the same ones? Of groups the first entries and the number
        /// of them are looked at.
        private boolean isSame(Matching after, Side side, int row) {
            int one = before.matchOf(side, row);
            int other = after.matchOf(side, row);
            if (other == 0) {
                return false;
            }
            for (Side each : Side.values()) {
                if (before.firstRow(each, one) != after.firstRow(each, other)
                        || before.size(each, one) != after.size(each, other)) {
                    return false;
                }
            }
            return true;
        }
    }
}
