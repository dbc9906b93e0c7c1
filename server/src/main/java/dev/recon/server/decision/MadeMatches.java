package dev.recon.server.decision;

import dev.recon.engine.Outcome;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The matches that a new run made, by the entries of what people decided before.
record MadeMatches(Outcome outcome) {
    /// The number of the match of exactly these entries; empty where the run made none of them, or
    /// one that holds others, too.
    Optional<Integer> find(List<Integer> left, List<Integer> right) {
        Side side = left.isEmpty() ? Side.RIGHT : Side.LEFT;
        int row = known(side).row((side == Side.LEFT ? left : right).getFirst());
        int match = row < 0 ? 0 : outcome.matching().matchOf(side, row);
        return match > 0 && holds(Side.LEFT, match, left) && holds(Side.RIGHT, match, right)
                ? Optional.of(match)
                : Optional.empty();
    }

    private boolean holds(Side side, int match, List<Integer> lines) {
        List<Integer> held =
                Arrays.stream(outcome.matching().rows(side, match))
                        .mapToObj(known(side)::line)
                        .sorted()
                        .toList();
        return held.equals(lines.stream().sorted().toList());
    }

    private Lines known(Side side) {
        return outcome.read(side).table().lines();
    }
}
