package dev.recon.server.figure;

import dev.recon.server.figure.FigureStore.LastBackup;
import dev.recon.server.figure.FigureStore.OpenBreaks;
import dev.recon.server.figure.FigureStore.RunCount;
import dev.recon.server.metric.Level;
import dev.recon.server.metric.Levels;
import dev.recon.server.platform.Dependencies;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Loop;
import dev.recon.server.platform.Loops;
import dev.recon.server.platform.Scope;
import dev.recon.server.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Reads the figures of the database once in a while, when somebody may look at them. They are the
/// same in every process: take the largest, never the sum.
@Component
final class Figures implements SmartLifecycle {
    private static final List<String> STATES =
            List.of("queued", "running", "done", "failed", "cancelled", "held");
    private static final List<String> KINDS =
            List.of(
                    "duplicate",
                    "amount-differs",
                    "date-differs",
                    "field-differs",
                    "partly-open",
                    "missing-on-left",
                    "missing-on-right");

    private final FigureStore store;
    private final WorkFigures work;
    private final Levels levels;
    private final Dependencies dependencies;
    private final Home home;
    private final boolean wanted;
    private final Loops loops;
    private volatile Optional<Loop> loop = Optional.empty();

    Figures(Parts parts, Home home, Settings settings, Loops loops) {
        this.store = parts.store;
        this.work = parts.work;
        this.levels = parts.levels;
        this.dependencies = parts.dependencies;
        this.home = home;
        this.wanted = settings.metrics().enabled();
        this.loops = loops;
    }

    /// What the figures are made of.
    @Component
    record Parts(FigureStore store, WorkFigures work, Levels levels, Dependencies dependencies) {}

    @Override
    public void start() {
        if (wanted) {
            read();
            loop =
                    Optional.of(
                            loops.start(
                                    Thread.ofVirtual().name("figures").factory(),
                                    Loop.Plan.later("figures", Limits.FIGURES_EVERY),
                                    _ -> {
                                        read();
                                        return Limits.FIGURES_EVERY;
                                    }));
        }
    }

    @Override
    public void stop() {
        loop.ifPresent(Loop::stop);
        loop = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return loop.isPresent();
    }

    /// Reads all of them now.
    void read() {
        levels.set(
                Level.of("recon.disk.free", "Bytes that are free on the disk").in("bytes"),
                List.of(
                        Levels.value(
                                (double) home.folder().toFile().getUsableSpace(), "path", "home")));
        try {
            Scope.runInEngine(this::readDatabase);
            dependencies.isUp("postgres", true);
        } catch (DataAccessException | TransactionException _) {
            dependencies.isUp("postgres", false);
        }
    }

    private void readDatabase() {
        runs(store.runs());
        breaks(store.openBreaks());
        work.read();
        backups(store.lastBackups(), store.lastArchived());
        levels.set(
                Level.of("recon.schema.version", "The newest migration that is applied"),
                List.of(Levels.value(store.schemaVersion())));
    }

    /// Without a backup there is no figure, and its absence is an alert.
    private void backups(List<LastBackup> found, List<Double> archived) {
        levels.set(
                Level.of("recon.backup.last.success.timestamp", "The newest backup that succeeded")
                        .in("seconds"),
                found.stream()
                        .map(backup -> Levels.value(backup.seconds(), "kind", backup.kind()))
                        .toList());
        levels.set(
                Level.of(
                                "recon.restore.drill.last.success.timestamp",
                                "The newest backup that was restored and compared")
                        .in("seconds"),
                found.stream()
                        .filter(backup -> backup.kind().equals("verify"))
                        .map(backup -> Levels.value(backup.seconds()))
                        .toList());
        levels.set(
                Level.of(
                                "recon.wal.archive.last.success.timestamp",
                                "The newest segment of the log that was archived")
                        .in("seconds"),
                archived.stream().map(at -> Levels.value(at)).toList());
    }

    private void runs(List<RunCount> found) {
        List<Levels.Value> values = new ArrayList<>();
        for (String state : STATES) {
            values.add(Levels.value(sum(found, state, RunCount::runs), "state", state));
        }
        levels.set(Level.of("recon.runs", "Runs by what became of them"), values);
        levels.set(
                Level.of("recon.queue.depth", "Runs that wait for a worker"),
                List.of(Levels.value(sum(found, "queued", RunCount::runs), "queue", "runs")));
        double oldest =
                found.stream()
                        .filter(count -> count.status().equals("queued"))
                        .mapToDouble(RunCount::oldestSeconds)
                        .max()
                        .orElse(0);
        levels.set(
                Level.of("recon.queue.oldest.age", "How long the oldest run waits").in("seconds"),
                List.of(Levels.value(oldest, "queue", "runs")));
        progress(found);
    }

    /// A worker gives a sign of life by moving the end of its lease.
    private void progress(List<RunCount> found) {
        double lease = Limits.LEASE.toSeconds();
        double oldest =
                found.stream()
                        .filter(count -> count.status().equals("running"))
                        .mapToDouble(count -> count.oldestProgress() - lease)
                        .min()
                        .orElse(0);
        levels.set(
                Level.of(
                                "recon.run.oldest.progress.timestamp",
                                "The last sign of life of the quietest run, 0 when none runs")
                        .in("seconds"),
                List.of(Levels.value(oldest)));
    }

    private void breaks(List<OpenBreaks> found) {
        List<Levels.Value> values = new ArrayList<>();
        for (String kind : KINDS) {
            double count =
                    found.stream()
                            .filter(one -> one.kind().equals(kind))
                            .mapToDouble(OpenBreaks::breaks)
                            .sum();
            values.add(Levels.value(count, "kind", kind));
        }
        levels.set(Level.of("recon.breaks.open", "Open breaks of the newest results"), values);
        levels.set(
                Level.of("recon.open.value.minor.units", "Value of the open breaks"),
                currencies(found).stream()
                        .map(currency -> Levels.value(value(found, currency), "currency", currency))
                        .toList());
    }

    /// Those of the breaks; where there are none, the code for none.
    private static Set<String> currencies(List<OpenBreaks> found) {
        Set<String> all = found.stream().map(OpenBreaks::currency).collect(Collectors.toSet());
        return all.isEmpty() ? Set.of("XXX") : all;
    }

    private static double value(List<OpenBreaks> found, String currency) {
        return found.stream()
                .filter(one -> one.currency().equals(currency))
                .mapToDouble(OpenBreaks::minorUnits)
                .sum();
    }

    private static double sum(
            List<RunCount> found, String status, ToDoubleFunction<RunCount> value) {
        return found.stream()
                .filter(count -> count.status().equals(status))
                .mapToDouble(value)
                .sum();
    }
}
