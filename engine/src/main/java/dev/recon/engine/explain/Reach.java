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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts what a change of the rules would match, by running the cascade over the open entries.
///
/// The open entries are copied once (about 40 bytes each), the first time that somebody asks.
final class Reach {
    private final Scope scope;
    private @Nullable OpenEntries open;

    Reach(Scope scope) {
        this.scope = scope;
    }

    /// What a cascade found among the open entries.
    ///
    /// @param others how many entries it matches beside the pair, that the rules as they are do not
    record Counted(boolean matchesPair, int others) {}

    /// Can it be counted at all: are all open entries here, and within [Limits#REACH_ROWS_MAX]?
    boolean isBounded() {
        return open().isPresent();
    }

    /// What `passes` would match; empty when the open entries are too many.
    Optional<Counted> of(List<Pass> passes, EntryPair pair) {
        return open().map(entries -> entries.count(passes, pair));
    }

    private Optional<OpenEntries> open() {
        if (open == null) {
            int[] left = rows(Side.LEFT);
            int[] right = rows(Side.RIGHT);
            boolean whole = scope.of(Side.LEFT).isWhole() && scope.of(Side.RIGHT).isWhole();
            if (!whole || (long) left.length + right.length > Limits.REACH_ROWS_MAX) {
                return Optional.empty();
            }
            open = OpenEntries.of(scope, left, right);
        }
        return Optional.of(open);
    }

    private int[] rows(Side side) {
        int[] rows = new int[16];
        int count = 0;
        for (int row = 0; row < scope.table(side).rows(); row++) {
            if (scope.holder().isOpen(side, row)) {
                rows = count == rows.length ? Arrays.copyOf(rows, count * 2) : rows;
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /// @param before what the rules as they are find among them
    private record OpenEntries(
            int[] leftRows, int[] rightRows, Cascade.Inputs inputs, Matching before) {
        static OpenEntries of(Scope scope, int[] left, int[] right) {
            Cascade.Inputs inputs =
                    new Cascade.Inputs(
                            PickedRows.of(scope.table(Side.LEFT), left),
                            PickedRows.of(scope.table(Side.RIGHT), right),
                            scope.rules().rates(),
                            scope.rules().passes(),
                            Decisions.NONE,
                            content(scope, Side.LEFT, left),
                            content(scope, Side.RIGHT, right));
            return new OpenEntries(left, right, inputs, Cascade.run(inputs, Progress.NONE, 1));
        }

        private static LineContent content(Scope scope, Side side, int[] rows) {
            return row -> {
                String raw = scope.of(side).lines().entry(rows[row]).raw();
                byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
                return Hash.of(bytes, 0, bytes.length);
            };
        }

        Counted count(List<Pass> passes, EntryPair pair) {
            Matching after =
                    Cascade.run(
                            new Cascade.Inputs(
                                    inputs.left(),
                                    inputs.right(),
                                    inputs.rates(),
                                    passes,
                                    Decisions.NONE,
                                    inputs.leftContent(),
                                    inputs.rightContent()),
                            Progress.NONE,
                            1);
            int left = Arrays.binarySearch(leftRows, pair.left().row());
            int right = Arrays.binarySearch(rightRows, pair.right().row());
            boolean matched =
                    left >= 0
                            && right >= 0
                            && !after.isOpen(Side.LEFT, left)
                            && after.matchOf(Side.LEFT, left) == after.matchOf(Side.RIGHT, right);
            int more = more(after, Side.LEFT) + more(after, Side.RIGHT);
            return new Counted(matched, more - 2);
        }

        private int more(Matching after, Side side) {
            int more = 0;
            for (int row = 0; row < after.entries(side); row++) {
                more += before.isOpen(side, row) && !after.isOpen(side, row) ? 1 : 0;
            }
            return more;
        }
    }
}
