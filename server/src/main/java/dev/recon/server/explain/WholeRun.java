package dev.recon.server.explain;

import dev.recon.engine.explain.Explainer;
import dev.recon.engine.explain.Learnt;
import dev.recon.engine.explain.Scope;
import dev.recon.engine.table.Side;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunTables.Both;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// All entries of a run in memory, with what was learnt from them: every entry is looked at, and
/// changes of the rules are counted. One question at a time.
///
/// About 60 bytes an entry and its key texts. Every question asks what people moved; the first one
/// after a decision copies the open entries again.
final class WholeRun {
    private final RunRow run;
    private final Sources sources;
    private final Both both;
    private @Nullable State state;
    private @Nullable Learnt learnt;

    /// For each line that people moved, the match it is in now.
    private record Moved(Map<Integer, Integer> left, Map<Integer, Integer> right) {}

    /// What is asked until somebody moves another line.
    private record State(Moved moved, HeldNow held, Explainer explainer) {}

    WholeRun(RunRow run, Sources sources) {
        this.run = run;
        this.sources = sources;
        this.both = sources.tables().read(run);
    }

    /// The row of a line.
    int row(Side side, int line) {
        return both.of(side).table().lines().row(line);
    }

    /// Answers a question about the run as it stands now.
    <T> T ask(BiFunction<Explainer, HeldNow, T> question) {
        Moved now =
                new Moved(
                        sources.moved().listMoved(run, Side.LEFT),
                        sources.moved().listMoved(run, Side.RIGHT));
        synchronized (this) {
            if (state == null || !state.moved.equals(now)) {
                state = state(now);
            }
            return question.apply(state.explainer, state.held);
        }
    }

    private State state(Moved moved) {
        HeldNow held =
                new HeldNow(
                        run,
                        sources.facts(),
                        sources.matches(),
                        rows(Side.LEFT, moved.left),
                        rows(Side.RIGHT, moved.right));
        Scope scope =
                new Scope(sources.tables().rules(run), side(Side.LEFT), side(Side.RIGHT), held);
        if (learnt == null) {
            learnt = Learnt.of(scope, Runtime.getRuntime().availableProcessors());
        }
        return new State(moved, held, new Explainer(scope, learnt));
    }

    private Scope.OneSide side(Side side) {
        var table = both.of(side).table();
        return new Scope.OneSide(table, sources.tables().lines(run, side, table), table.rows());
    }

    private HeldNow.Rows rows(Side side, Map<Integer, Integer> moved) {
        int[] matches = both.of(side).matches().clone();
        moved.forEach((line, match) -> matches[row(side, line)] = match);
        return new HeldNow.Rows(both.of(side).table().lines()::row, matches);
    }
}
