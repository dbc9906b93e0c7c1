package dev.recon.server.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The schema of a database, which only goes forward. An advisory lock lets one process migrate at
/// a time; each file is one database transaction, and waits three seconds at most for a table that
/// others use, so that nobody queues behind it for long.
public final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String LOCK_TIMEOUT = "55P03";

    private final String jdbcUrl;
    private final Flyway flyway;

    /// The schema behind this address, which names its owner.
    public Schema(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
        this.flyway =
                Flyway.configure()
                        .dataSource(jdbcUrl, null, null)
                        .locations("classpath:db/migration")
                        .validateMigrationNaming(true)
                        .initSql("SET lock_timeout = '3s'")
                        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                        .load();
    }

    /// One migration and what became of it.
    public record Step(String version, String description, String state) {}

    /// Applies what is pending and says how many that were.
    public int up() {
        for (int again = 1; ; again++) {
            try {
                return flyway.migrate().migrationsExecuted;
            } catch (FlywayException failure) {
                if (again == TRIES || !isLockTimeout(failure)) {
                    throw failure;
                }
                LOG.warn("a table is in use, the migration is tried again try={}", again);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /// Every migration, in the order of their numbers.
    public List<Step> steps() {
        return Stream.of(flyway.info().all())
                .map(one ->
                        new Step(
                                String.valueOf(one.getVersion()),
                                one.getDescription(),
                                one.getState().getDisplayName()))
                .toList();
    }

    /// How many migrations are not applied yet.
    public int pending() {
        MigrationInfo[] pending = flyway.info().pending();
        return pending.length;
    }

    /// Fails when an applied migration is not the one that this release knows.
    public void validate() {
        flyway.validate();
    }

    /// Fails when a newer release has changed what this one (null: unknown) needs.
    public void requireRelease(@Nullable String release) {
        String oldest = oldestRelease();
        if (release != null && Release.compare(release, oldest) < 0) {
            throw new IllegalStateException(
                    "This is release "
                            + release
                            + ", and the schema needs "
                            + oldest
                            + " or newer. Start a newer release, or restore a backup.");
        }
    }

    private String oldestRelease() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT min_release FROM schema_compat")) {
            row.next();
            return Rows.text(row, "min_release");
        } catch (SQLException failure) {
            throw new IllegalStateException("the schema's oldest release is not known", failure);
        }
    }

    private static boolean isLockTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_TIMEOUT.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
