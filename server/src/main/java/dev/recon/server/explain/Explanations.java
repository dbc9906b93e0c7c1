package dev.recon.server.explain;

import dev.recon.engine.explain.EntryExplanation;
import dev.recon.engine.explain.Learnt;
import dev.recon.engine.explain.MatchExplanation;
import dev.recon.engine.table.Side;
import dev.recon.server.match.MatchState;
import dev.recon.server.platform.Scope;
import dev.recon.server.run.RunRow;
import dev.recon.server.settings.Settings;
import jakarta.annotation.PreDestroy;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Explains entries and matches of runs. The runs that were looked at last stay in memory as long
/// as there is room; a run of large files is explained by what an index finds near.
@Component
public final class Explanations {
    private static final int RUNS_MAX = 4;

    /// About what a line of a large file takes.
    private static final long LINE_BYTES = 80;

    private final Sources sources;
    private final Settings settings;
    private final ExecutorService ahead =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("explain").factory());
    private final Map<UUID, Slot> recent = new LinkedHashMap<>(RUNS_MAX * 2, 0.75f, true);

    /// What is kept of a run.
    private static final class Slot {
        private @Nullable SoftReference<WholeRun> whole;
        private @Nullable Learnt learnt;
        private final AtomicBoolean isAwaited = new AtomicBoolean();

        synchronized WholeRun whole(Supplier<WholeRun> read) {
            WholeRun known = whole == null ? null : whole.get();
            if (known == null) {
                known = read.get();
                whole = new SoftReference<>(known);
            }
            return known;
        }

        synchronized Learnt learnt(Supplier<Learnt> learn) {
            if (learnt == null) {
                learnt = learn.get();
            }
            return learnt;
        }
    }

    Explanations(Sources sources, Settings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    private Slot slot(RunRow run) {
        synchronized (recent) {
            Slot slot = recent.computeIfAbsent(run.id(), _ -> new Slot());
            if (recent.size() > RUNS_MAX) {
                recent.remove(recent.keySet().iterator().next());
            }
            return slot;
        }
    }

    /// Reads a run ahead, once: whoever lists its breaks looks at one of them next.
    public void prepare(RunRow run) {
        if (!isLarge(run) && !slot(run).isAwaited.getAndSet(true)) {
            ahead.execute(() ->
                    Scope.in(run.workspaceId(), () -> whole(run).ask((explainer, _) -> explainer)));
        }
    }

    @PreDestroy
    void close() {
        ahead.shutdownNow();
    }

    private WholeRun whole(RunRow run) {
        return slot(run).whole(() -> new WholeRun(run, sources));
    }

    private boolean isLarge(RunRow run) {
        long bytes = bytes(run, Side.LEFT) + bytes(run, Side.RIGHT);
        return bytes > settings.bounds().explainedBytesMax();
    }

    private long bytes(RunRow run, Side side) {
        return sources.tables().bytes(run, side);
    }

    /// The entry of a line.
    ///
    /// @param nearLines lines of the other side that an index found near, for large runs
    public record Asked(RunRow run, Side side, int line, Supplier<List<Integer>> nearLines) {}

    /// Why an entry is open.
    public EntryExplanation entry(Asked asked, int candidatesMax) {
        RunRow run = asked.run;
        Side side = asked.side;
        if (!isLarge(run)) {
            WholeRun whole = whole(run);
            return whole.entry(side, whole.row(side, asked.line), candidatesMax);
        }
        List<Integer> own = List.of(asked.line);
        List<Integer> near = asked.nearLines.get();
        var lines =
                new PartOfRun.Lines(side == Side.LEFT ? own : near, side == Side.LEFT ? near : own);
        PartOfRun part = part(run);
        return part.ask(
                lines,
                slot(run).learnt(part::learn),
                (explainer, _) -> explainer.entry(side, 0, candidatesMax));
    }

    /// Why entries are matched, with the nearest others where the whole run can be looked at.
    public MatchExplanation match(RunRow run, MatchState match, int alternativesMax) {
        if (!isLarge(run)) {
            return whole(run)
                    .ask((explainer, now) -> explainer.match(now.held(match), alternativesMax));
        }
        var lines = new PartOfRun.Lines(match.left(), match.right());
        PartOfRun part = part(run);
        return part.ask(
                lines,
                slot(run).learnt(part::learn),
                (explainer, now) -> explainer.match(now.held(match), 0));
    }

    private PartOfRun part(RunRow run) {
        long bytes = Math.max(bytes(run, Side.LEFT), bytes(run, Side.RIGHT));
        return new PartOfRun(run, sources, (int) Math.min(bytes / LINE_BYTES, Integer.MAX_VALUE));
    }
}
