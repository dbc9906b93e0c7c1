package dev.recon.server.platform;

import dev.recon.server.settings.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Keeps all processes together within `DB_MAX_CONNECTIONS`: every five seconds each says that it
/// lives, and changes the size of its pool to its part while it runs.
@Component
final class ConnectionBudget implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionBudget.class);

    private final ProcessStore processes;
    private final ScopedDataSource pool;
    private final PoolShare share;
    private final String role;
    private final UUID id = Ids.next();
    private final Loops loops;
    private volatile Optional<Loop> loop = Optional.empty();

    ConnectionBudget(
            ProcessStore processes, ScopedDataSource pool, Settings settings, Loops loops) {
        this.loops = loops;
        this.processes = processes;
        this.pool = pool;
        this.share =
                new PoolShare(settings.database().poolSize(), settings.database().connectionsMax());
        this.role = settings.role().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void start() {
        beat();
        loop =
                Optional.of(
                        loops.start(
                                Thread.ofVirtual().name("connection-budget").factory(),
                                Loop.Plan.later("connection-budget", Limits.HEARTBEAT),
                                _ -> round()));
    }

    /// Comes before those that need connections, and goes after them.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void stop() {
        loop.ifPresent(Loop::stop);
        loop = Optional.empty();
        try {
            processes.leave(id);
        } catch (DataAccessException failure) {
            LOG.warn("the others were not told that this server goes", failure);
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isPresent();
    }

    /// A sign of life, and what follows from the others'.
    void beat() {
        resize(processes.beat(id, role, share));
    }

    private void resize(int size) {
        int before = pool.size();
        if (size != before) {
            pool.resize(size);
            LOG.info("connections of this server before={} now={}", before, size);
        }
    }

    private Duration round() {
        try {
            beat();
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("no sign of life could be written", failure);
        }
        return Limits.HEARTBEAT;
    }
}
