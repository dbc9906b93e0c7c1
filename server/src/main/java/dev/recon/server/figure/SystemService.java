package dev.recon.server.figure;

import dev.recon.server.figure.SystemStore.RunningServer;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Dependencies;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Loops;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Release;
import dev.recon.server.platform.Scope;
import dev.recon.server.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Puts together what the system page shows.
@Service
record SystemService(
        Authorizer authorizer,
        FigureStore figures,
        SystemStore store,
        Dependencies dependencies,
        Home home,
        MeterRegistry meters,
        Loops loops,
        Settings settings) {
    /// What runs here, how it stands, and what is to be done.
    record SystemState(
            @Nullable String version,
            String java,
            String database,
            String redis,
            int schemaVersion,
            long queued,
            long running,
            long diskFreeBytes,
            int liveConnections,
            Instant upSince,
            List<SystemCheck> checks,
            List<RunningServer> processes) {}

    SystemState look(Actor actor) {
        authorizer.authorize(actor, Permission.READ_SYSTEM);
        SystemStore.Runs runs = store.runs(actor);
        List<RunningServer> processes = store.processes();
        return new SystemState(
                Release.current(),
                Runtime.version().toString(),
                store.databaseVersion(),
                redis(),
                figures.schemaVersion(),
                runs.queued(),
                runs.running(),
                home.folder().toFile().getUsableSpace(),
                (int) meters.get("recon.live.connections").gauge().value(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                checks(actor, processes),
                processes);
    }

    private List<SystemCheck> checks(Actor actor, List<RunningServer> processes) {
        File folder = home.folder().toFile();
        long workers = processes.stream().filter(one -> !one.role().equals("web")).count();
        return List.of(
                SystemCheck.workers(workers, loops.gone()),
                SystemCheck.queue(oldestQueued()),
                SystemCheck.disk(folder.getUsableSpace(), folder.getTotalSpace()),
                SystemCheck.redis(redis()),
                SystemCheck.history(store.historyHolds(actor)),
                SystemCheck.backup(store.backupAge("dump")),
                SystemCheck.restore(store.backupAge("verify")));
    }

    /// How long the run waits that waits longest, of all workspaces: a number, and the one thing
    /// that a request is told of others.
    private Duration oldestQueued() {
        return Scope.inEngine(figures::runs).stream()
                .filter(count -> count.status().equals("queued"))
                .map(count -> Duration.ofSeconds((long) count.oldestSeconds()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private String redis() {
        if (settings.redis().url().isEmpty()) {
            return "unused";
        }
        return dependencies.isUp("redis") ? "up" : "down";
    }
}
