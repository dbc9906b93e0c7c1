package dev.recon.engine.explain;

import dev.recon.engine.match.Decisions;
import dev.recon.engine.match.Matching;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What holds each entry by what a run found.
record HeldByRun(Matching matching, RuleSet rules) implements Holder {
    @Override
    public boolean isOpen(Side side, int row) {
        return matching.isOpen(side, row);
    }

    @Override
    public Optional<Held> find(Side side, int row) {
        int match = matching.matchOf(side, row);
        return match == 0 ? Optional.empty() : Optional.of(held(match));
    }

    @Override
    public int pass(Side side, int row) {
        return matching.pass(matching.matchOf(side, row));
    }

    @Override
    public Decisions parted() {
        return matching.decisions().parting();
    }

    @Override
    public List<Held> sample(int max) {
        int step = Math.max(1, (matching.count() + max - 1) / max);
        return IntStream.rangeClosed(1, matching.count())
                .filter(match -> match % step == 0)
                .mapToObj(this::held)
                .toList();
    }

    private Held held(int match) {
        int pass = matching.pass(match);
        return new Held(
                match,
                pass < 0 ? BY_HAND : rules.passes().get(pass).name(),
                matching.status(match),
                matching.confidence(match),
                boxed(matching.rows(Side.LEFT, match)),
                boxed(matching.rows(Side.RIGHT, match)));
    }

    private static List<Integer> boxed(int[] rows) {
        return Arrays.stream(rows).boxed().toList();
    }
}
