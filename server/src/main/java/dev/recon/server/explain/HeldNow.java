package dev.recon.server.explain;

import dev.recon.engine.explain.Holder;
import dev.recon.engine.match.Decisions;
import dev.recon.engine.match.Status;
import dev.recon.engine.table.Side;
import dev.recon.server.match.MatchState;
import dev.recon.server.run.DecisionLog.Parted;
import dev.recon.server.run.MatchFact;
import dev.recon.server.run.RunRow;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// What holds the entries of a run now: what it found, and what people changed of it since.
///
/// @param left the left entries
/// @param right the right entries
/// @param parted the entries that people parted
record HeldNow(RunRow run, Sources sources, Rows left, Rows right, Decisions parted)
        implements Holder {
    /// What holds entries now, with all that people parted in the run.
    HeldNow(RunRow run, Sources sources, Rows left, Rows right, List<Parted> parted) {
        this(run, sources, left, right, new PartedRows(left.rowOf, right.rowOf).of(parted));
    }

    /// The entries of one side.
    ///
    /// @param rowOf the row of a line, below 0 when it is not here
    /// @param matches the match that holds each row now, 0 for none
    /// @param passes the pass of each match that the run found, by its number; those of people come
    ///   behind them
    record Rows(IntUnaryOperator rowOf, int[] matches, byte[] passes) {}

    private Rows of(Side side) {
        return side == Side.LEFT ? left : right;
    }

    @Override
    public boolean isOpen(Side side, int row) {
        return of(side).matches[row] == 0;
    }

    @Override
    public Optional<Held> find(Side side, int row) {
        int match = of(side).matches[row];
        return match == 0
                ? Optional.empty()
                : sources.matches()
                        .find(run, match)
                        .filter(found -> !found.isGone())
                        .map(this::held);
    }

    @Override
    public int pass(Side side, int row) {
        Rows rows = of(side);
        int match = rows.matches[row];
        return match < rows.passes.length ? rows.passes[match] : -1;
    }

    @Override
    public List<Held> sample(int max) {
        return sources.facts().sampleMatches(run, max).stream().map(this::held).toList();
    }

    Held held(MatchState match) {
        return new Held(
                match.number(),
                match.pass(),
                status(match.status()),
                match.confidence(),
                rows(Side.LEFT, match.left()),
                rows(Side.RIGHT, match.right()));
    }

    private Held held(MatchFact match) {
        return new Held(
                match.number(),
                match.pass(),
                status(match.status()),
                match.confidence(),
                rows(Side.LEFT, match.left()),
                rows(Side.RIGHT, match.right()));
    }

    private static Status status(String word) {
        return word.equals(Status.SUGGESTED.word()) ? Status.SUGGESTED : Status.MATCHED;
    }

    private List<Integer> rows(Side side, List<Integer> lines) {
        IntUnaryOperator rowOf = of(side).rowOf;
        return lines.stream().map(rowOf::applyAsInt).filter(row -> row >= 0).toList();
    }
}
