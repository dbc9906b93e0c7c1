package dev.recon.server.live;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.OpenDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Hears the other servers, on a connection of its own that goes past any pool. It also looks once
/// a second, so that a call that was not heard makes an event late and never lost.
@Component
final class LiveFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int FORGET_EVERY = 300;

    private final OpenDatabase database;
    private final LiveEvents events;
    private volatile Optional<Thread> thread = Optional.empty();
    private volatile Optional<Connection> line = Optional.empty();

    LiveFeed(OpenDatabase database, LiveEvents events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void start() {
        thread = Optional.of(Thread.ofPlatform().daemon().name("live-feed").unstarted(this::loop));
        thread.ifPresent(Thread::start);
    }

    /// Stops at once: it would hear of its end only after the look of a second.
    @Override
    public void stop() {
        Optional<Thread> hearing = thread;
        thread = Optional.empty();
        line.ifPresent(LiveFeed::cut);
        hearing.ifPresent(LockSupport::unpark);
        hearing.ifPresent(LiveFeed::join);
    }

    @Override
    public boolean isRunning() {
        return thread.isPresent();
    }

    private void loop() {
        while (isRunning()) {
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                    Statement statement = connection.createStatement()) {
                line = Optional.of(connection); // before it looks whether it still should
                statement.execute("LISTEN " + LiveStore.CHANNEL);
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException | DataAccessException | TransactionException failure) {
                if (isRunning()) {
                    LOG.warn("live events of other servers are not heard", failure);
                    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                }
            }
        }
    }

    private void hear(PGConnection line) throws SQLException {
        for (int round = 0; isRunning(); round++) {
            PGNotification[] heard =
                    line.getNotifications(Math.toIntExact(Limits.LIVE_LOOK.toMillis()));
            if (heard == null || heard.length == 0) {
                events.readOn();
            } else {
                for (PGNotification one : heard) {
                    events.readOn(UUID.fromString(one.getParameter()));
                }
            }
            if (round % FORGET_EVERY == FORGET_EVERY - 1) {
                events.forgetOld();
            }
        }
    }

    private static void cut(Connection line) {
        try {
            line.abort(Runnable::run);
        } catch (SQLException failure) {
            LOG.warn("the end is heard after a second only", failure);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Limits.LIVE_LOOK.multipliedBy(3));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
