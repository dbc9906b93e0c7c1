package dev.recon.server.audit;

import dev.recon.server.platform.Loop;
import dev.recon.server.platform.Loops;
import dev.recon.server.platform.Rows;
import dev.recon.server.platform.Scope;
import dev.recon.server.trace.Dataset;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
    private static final Duration ANCHOR_EVERY = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final JdbcClient db;
    private final ChainService chains;
    private final Loops loops;
    private final Map<UUID, AuditCheck> last = new ConcurrentHashMap<>();
    private volatile List<Loop> running = List.of();

    ChainWatch(JdbcClient db, ChainService chains, Loops loops) {
        this.db = db;
        this.loops = loops;
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
                        .forEach(workspace ->
                                Dataset.AUDIT
                                        .line(LOG, "audit-anchor")
                                        .log(chains.anchor(workspace).logged())));
    }

    @Override
    public void start() {
        running =
                List.of(
                        begin(
                                new Loop.Plan("anchor", Duration.ofMinutes(1), AGAIN),
                                () -> {
                                    anchorAll();
                                    return ANCHOR_EVERY;
                                }),
                        begin(
                                new Loop.Plan("check", untilNight(), AGAIN),
                                () -> {
                                    checkAll();
                                    return untilNight();
                                }));
    }

    private Loop begin(Loop.Plan plan, Supplier<Duration> round) {
        return loops.start(
                Thread.ofVirtual().name("audit-" + plan.name()).factory(),
                plan,
                _ -> attempt(round));
    }

    @Override
    public void stop() {
        running.forEach(Loop::interrupt);
        running = List.of();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }

    /// What cannot be read now can be later.
    private static Duration attempt(Supplier<Duration> round) {
        try {
            return round.get();
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("the audit chains could not be read", failure);
            return AGAIN;
        }
    }

    private static Duration untilNight() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        OffsetDateTime night = now.toLocalDate().atTime(NIGHT_HOUR, 0).atOffset(ZoneOffset.UTC);
        return Duration.between(now, night.isAfter(now) ? night : night.plusDays(1));
    }

    private List<UUID> workspaces() {
        return db.sql("SELECT workspace_id FROM audit_head ORDER BY workspace_id")
                .query((row, _) -> Rows.id(row, "workspace_id"))
                .list();
    }
}
