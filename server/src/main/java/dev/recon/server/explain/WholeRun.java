package dev.recon.server.explain;

import dev.recon.engine.explain.EntryExplanation;
import dev.recon.engine.explain.Explainer;
import dev.recon.engine.explain.Learnt;
import dev.recon.engine.explain.Scope;
import dev.recon.engine.table.Side;
import dev.recon.server.platform.Recent;
import dev.recon.server.run.DecisionLog.Parted;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunTables.Both;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// All entries of a run in memory, with what was learnt from them: every entry is looked at, and
/// changes of the rules are counted. One question at a time.
///
/// About 60 bytes an entry and its key texts. Every question asks whether people changed a match;
/// the first one after such a decision copies the open entries again. Whoever walks through breaks
/// comes back to the same ones: what was said of an entry is kept until then.
final class WholeRun {
    private static final int ENTRIES_MAX = 128;

    private final RunRow run;
    private final Sources sources;
    private final Both both;
    private final byte[] passes;
    private @Nullable State state;
    private @Nullable Learnt learnt;

    /// What is asked until somebody changes another match.
    ///
    /// @param changes how often people had changed matches of the run
    /// @param parted the lines that they had parted
    private record State(
            long changes,
            List<Parted> parted,
            HeldNow held,
            Explainer explainer,
            Recent<Question, EntryExplanation> entries) {
        boolean isOf(long changesNow, List<Parted> partedNow) {
            return changes >= changesNow && parted.equals(partedNow);
        }
    }

    private record Question(Side side, int row, int candidatesMax) {}

    WholeRun(RunRow run, Sources sources) {
        this.run = run;
        this.sources = sources;
        this.both = sources.tables().read(run);
        this.passes = sources.facts().passes(run);
    }

    /// The row of a line.
    int row(Side side, int line) {
        return both.of(side).table().lines().row(line);
    }

    /// Why an entry is open, as the run stands now.
    EntryExplanation entry(Side side, int row, int candidatesMax) {
        State now = state();
        return now.entries.get(
                new Question(side, row, candidatesMax),
                () -> ask(now, (explainer, _) -> explainer.entry(side, row, candidatesMax)));
    }

    /// Answers a question about the run as it stands now.
    <T> T ask(BiFunction<Explainer, HeldNow, T> question) {
        return ask(state(), question);
    }

    private synchronized <T> T ask(State now, BiFunction<Explainer, HeldNow, T> question) {
        return question.apply(now.explainer, now.held);
    }

    private State state() {
        long changes = sources.matches().countChanges(run);
        List<Parted> parted = sources.decisions().parted(run);
        synchronized (this) {
            State known = state;
            if (known == null || !known.isOf(changes, parted)) {
                known = read(changes, parted);
                state = known;
            }
            return known;
        }
    }

    private State read(long changes, List<Parted> parted) {
        HeldNow held = new HeldNow(run, sources, rows(Side.LEFT), rows(Side.RIGHT), parted);
        Scope scope =
                new Scope(sources.tables().rules(run), side(Side.LEFT), side(Side.RIGHT), held);
        if (learnt == null) {
            learnt = Learnt.of(scope, Runtime.getRuntime().availableProcessors());
        }
        return new State(
                changes, parted, held, new Explainer(scope, learnt), new Recent<>(ENTRIES_MAX));
    }

    private Scope.OneSide side(Side side) {
        var table = both.of(side).table();
        return new Scope.OneSide(table, sources.tables().lines(run, side, table), table.rows());
    }

    private HeldNow.Rows rows(Side side) {
        int[] matches = both.of(side).matches().clone();
        sources.moved()
                .listMoved(run, side)
                .forEach((line, match) -> matches[row(side, line)] = match);
        return new HeldNow.Rows(both.of(side).table().lines()::row, matches, passes);
    }
}
