package dev.recon.server.live;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Loop;
import dev.recon.server.platform.Loops;
import dev.recon.server.platform.OpenDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final OpenDatabase database;
    private final LiveEvents events;
    private final Loops loops;
    private volatile Optional<Loop> loop = Optional.empty();
    private volatile Optional<Connection> line = Optional.empty();

    LiveFeed(OpenDatabase database, LiveEvents events, Loops loops) {
        this.loops = loops;
        this.database = database;
        this.events = events;
    }

    @Override
    public void start() {
        loop =
                Optional.of(
                        loops.start(
                                Thread.ofPlatform().daemon().name("live-feed").factory(),
                                Loop.Plan.of("live-feed", AGAIN),
                                this::round));
    }

    /// Stops at once: it would hear of its end only after the look of a second.
    @Override
    public void stop() {
        loop.ifPresent(Loop::stop);
        line.ifPresent(LiveFeed::cut);
        loop.ifPresent(one -> one.join(Limits.LIVE_LOOK.multipliedBy(3)));
        loop = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return loop.isPresent();
    }

    private Duration round(Loop one) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            line = Optional.of(connection); // before it looks whether it still should
            statement.execute("LISTEN " + LiveStore.CHANNEL);
            hear(connection.unwrap(PGConnection.class), one);
        } catch (SQLException | DataAccessException | TransactionException failure) {
            if (!one.isStopping()) {
                LOG.warn("live events of other servers are not heard", failure);
            }
        }
        return AGAIN;
    }

    private void hear(PGConnection heard, Loop one) throws SQLException {
        while (!one.isStopping()) {
            PGNotification[] calls =
                    heard.getNotifications(Math.toIntExact(Limits.LIVE_LOOK.toMillis()));
            if (calls == null || calls.length == 0) {
                events.readOn();
            } else {
                for (PGNotification call : calls) {
                    events.readOn(UUID.fromString(call.getParameter()));
                }
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
}
