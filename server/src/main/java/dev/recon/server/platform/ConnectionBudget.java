package dev.recon.server.platform;

import dev.recon.server.settings.Settings;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
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
    private volatile Optional<Thread> thread = Optional.empty();

    ConnectionBudget(ProcessStore processes, ScopedDataSource pool, Settings settings) {
        this.processes = processes;
        this.pool = pool;
        this.share =
                new PoolShare(settings.database().poolSize(), settings.database().connectionsMax());
        this.role = settings.role().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void start() {
        beat();
        Thread beating = Thread.ofVirtual().name("connection-budget").unstarted(this::loop);
        thread = Optional.of(beating); // before it looks whether it still should
        beating.start();
    }

    /// Comes before those that need connections, and goes after them.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void stop() {
        Optional<Thread> beating = thread;
        thread = Optional.empty();
        beating.ifPresent(LockSupport::unpark);
        try {
            processes.leave(id);
        } catch (DataAccessException failure) {
            LOG.warn("the others were not told that this server goes", failure);
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isPresent();
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

    private void loop() {
        while (isRunning()) {
            LockSupport.parkNanos(Limits.HEARTBEAT.toNanos());
            if (!isRunning()) {
                return;
            }
            try {
                beat();
            } catch (DataAccessException | TransactionException failure) {
                LOG.warn("no sign of life could be written", failure);
            }
        }
    }
}
