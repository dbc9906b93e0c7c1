package dev.recon.server.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Gives connections that see what the [Scope] of the thread may see: the one place where row-level
/// security is told the workspace.
///
/// A connection is told each time it is taken, unless it was told the same before; it need not be
/// told to forget, because whoever takes it next tells it anew.
public final class ScopedDataSource extends AbstractDataSource implements AutoCloseable {
    private static final String TELL =
            """
            SELECT set_config('app.workspace_id', ?, false), set_config('app.door', ?, false)
            """;

    /// Of all connections, one in so many is for runs and housekeeping.
    private static final int ENGINE_PART = 4;

    /// What each connection was told last.
    private final Map<PgConnection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

    private final HikariDataSource web;
    private final HikariDataSource engine;

    ScopedDataSource(HikariDataSource web, HikariDataSource engine) {
        this.web = web;
        this.engine = engine;
    }

    /// The most connections of both pools together.
    public int size() {
        return web.getMaximumPoolSize() + engine.getMaximumPoolSize();
    }

    /// Gives the pools their parts of another size.
    void resize(int size) {
        int forEngine = Math.max(2, size / ENGINE_PART);
        resize(engine, forEngine);
        resize(web, Math.max(2, size - forEngine));
    }

    private static void resize(HikariDataSource pool, int size) {
        boolean isLess = size < pool.getMaximumPoolSize();
        pool.setMaximumPoolSize(size);
        if (isLess) {
            // Connections in use end when they come back; only as many are opened again.
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return switch (Scope.current()) {
            case Scope.Engine() -> engine.getConnection();
            case Scope.Of(UUID workspaceId) -> told(workspaceId.toString(), "");
            case Scope.Door() -> told("", "open");
            case Scope.Nothing() -> told("", "");
        };
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("the logins are those of the settings");
    }

    @Override
    public void close() {
        web.close();
        engine.close();
    }

    private Connection told(String workspaceId, String door) throws SQLException {
        Connection connection = web.getConnection();
        try {
            PgConnection own = connection.unwrap(PgConnection.class);
            String wanted = workspaceId + door;
            if (!wanted.equals(told.get(own))) {
                tell(connection, workspaceId, door);
                told.put(own, wanted);
            }
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void tell(Connection connection, String workspaceId, String door)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, workspaceId);
            statement.setString(2, door);
            statement.execute();
        }
    }
}
