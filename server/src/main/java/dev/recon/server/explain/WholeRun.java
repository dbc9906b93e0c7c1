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
/// About 60 bytes an entry and its key texts. The first question after a decision reads what people
/// moved and copies the open entries again.
final class WholeRun {
    private final RunRow run;
    private final Sources sources;
    private final Both both;
    private Now now;
    private @Nullable Explainer explainer;
    private @Nullable Learnt learnt;

    /// Who is where now: for each line that people moved its match.
    private record Now(Map<Integer, Integer> left, Map<Integer, Integer> right) {}

    WholeRun(RunRow run, Sources sources) {
        this.run = run;
        this.sources = sources;
        this.both = sources.tables().read(run);
        this.now = new Now(Map.of(), Map.of());
    }

    /// The row of a line.
    int row(Side side, int line) {
        return both.of(side).table().lines().row(line);
    }

    /// Answers a question about the run as it stands now.
    synchronized <T> T ask(BiFunction<Explainer, HeldNow, T> question) {
        Now moved =
                new Now(
                        sources.moved().listMoved(run, Side.LEFT),
                        sources.moved().listMoved(run, Side.RIGHT));
        HeldNow held = held(moved);
        if (explainer == null || !moved.equals(now)) {
            Scope scope =
                    new Scope(sources.tables().rules(run), side(Side.LEFT), side(Side.RIGHT), held);
            if (learnt == null) {
                learnt = Learnt.of(scope, Runtime.getRuntime().availableProcessors());
            }
            explainer = new Explainer(scope, learnt);
            now = moved;
        }
        return question.apply(explainer, held);
    }

    private Scope.OneSide side(Side side) {
        var table = both.of(side).table();
        return new Scope.OneSide(table, sources.tables().lines(run, side, table), table.rows());
    }

    private HeldNow held(Now moved) {
        return new HeldNow(
                run,
                sources.facts(),
                sources.matches(),
                rows(Side.LEFT, moved.left),
                rows(Side.RIGHT, moved.right));
    }

    private HeldNow.Rows rows(Side side, Map<Integer, Integer> moved) {
        int[] matches = both.of(side).matches().clone();
        moved.forEach((line, match) -> matches[row(side, line)] = match);
        return new HeldNow.Rows(both.of(side).table().lines()::row, matches);
    }
}
