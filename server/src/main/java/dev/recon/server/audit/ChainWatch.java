package dev.recon.server.audit;

import dev.recon.server.platform.Rows;
import dev.recon.server.platform.Scope;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Verifies every chain each night, and writes their signed heads to the log each hour, where
/// whoever rewrites the database later cannot reach them.
@Component
public final class ChainWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChainWatch.class);
    private static final int NIGHT_HOUR = 2;

    private final JdbcClient db;
    private final ChainService chains;
    private final Map<UUID, AuditCheck> last = new ConcurrentHashMap<>();
    private volatile Optional<ScheduledExecutorService> clock = Optional.empty();

    ChainWatch(JdbcClient db, ChainService chains) {
        this.db = db;
        this.chains = chains;
    }

    /// What the last verification of each workspace found, in this process.
    public Map<UUID, AuditCheck> lastChecks() {
        return Map.copyOf(last);
    }

    /// Verifies all chains.
    public void checkAll() {
        Scope.runInEngine(() ->
                workspaces().forEach(workspace -> last.put(workspace, chains.check(workspace))));
    }

    /// Writes all heads to the log.
    public void anchorAll() {
        Scope.runInEngine(() ->
                workspaces()
                        .forEach(workspace -> LOG.info("{}", chains.anchor(workspace).logged())));
    }

    @Override
    public void start() {
        ScheduledExecutorService timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("audit").factory());
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        OffsetDateTime night = now.toLocalDate().atTime(NIGHT_HOUR, 0).atOffset(ZoneOffset.UTC);
        Duration wait = Duration.between(now, night.isAfter(now) ? night : night.plusDays(1));
        Future<?> _ =
                timer.scheduleAtFixedRate(() -> attempt(this::anchorAll), 1, 60, TimeUnit.MINUTES);
        Future<?> _ =
                timer.scheduleAtFixedRate(
                        () -> attempt(this::checkAll),
                        wait.toSeconds(),
                        Duration.ofDays(1).toSeconds(),
                        TimeUnit.SECONDS);
        clock = Optional.of(timer);
    }

    @Override
    public void stop() {
        clock.ifPresent(ScheduledExecutorService::shutdownNow);
        clock = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return clock.isPresent();
    }

    /// The next night is another chance.
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("the audit chains could not be read", failure);
        }
    }

    private List<UUID> workspaces() {
        return db.sql("SELECT workspace_id FROM audit_head ORDER BY workspace_id")
                .query((row, _) -> Rows.id(row, "workspace_id"))
                .list();
    }
}
