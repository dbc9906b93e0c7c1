package dev.recon.server.figure;

import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Dependencies;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Release;
import dev.recon.server.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Instant;
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
        Settings settings) {
    /// What runs here, and how it stands.
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
            Instant upSince) {}

    SystemState look(Actor actor) {
        authorizer.authorize(actor, Permission.READ_WORK);
        SystemStore.Runs runs = store.runs(actor);
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
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    private String redis() {
        if (settings.redis().url().isEmpty()) {
            return "unused";
        }
        return dependencies.isUp("redis") ? "up" : "down";
    }
}
