package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One real PostgreSQL for all tests of a JVM; each server gets a database of its own in it.
final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Thread STOP = new Thread(TestDatabase::stop);

    private TestDatabase() {}

    private static final class Started {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            Runtime.getRuntime().addShutdownHook(STOP);
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setRegisterShutdownHook(false)
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// From now on the database stops when the servers of this JVM have: one whose database went
    /// first waits for it.
    static void stopAfterServers() {
        if (Runtime.getRuntime().removeShutdownHook(STOP)) {
            SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
        }
    }

    private static void stop() {
        try {
            Started.POSTGRES.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A database with the schema of this release and [AuditNet], which is only ever copied.
    private static final class Migrated {
        static final String NAME = make();

        private static String make() {
            String name = create("");
            Map<String, String> environment =
                    Map.of("DATABASE_URL", url(name), "DATABASE_MAKE_ROLES", "true");
            var said = new ByteArrayOutputStream();
            int code = Migrate.run(new String[] {"up"}, environment, new PrintStream(said, true));
            assertThat(code).as("%s", said).isZero();
            AuditNet.install(new DriverManagerDataSource(url(name)));
            return name;
        }
    }

    /// The address of a database that nobody has used, with the schema of this release.
    static String fresh() {
        return url(create(" TEMPLATE " + Migrated.NAME));
    }

    /// The address of a database with nothing in it.
    static String empty() {
        return url(create(""));
    }

    private static String create(String how) {
        String name = "test" + COUNT.incrementAndGet();
        try (var connection = Started.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + how);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return name;
    }

    /// A connection to the database of `owner` for statements that stay open.
    static Connection connect(JdbcClient owner) throws SQLException {
        String name = owner.sql("SELECT current_database()").query(String.class).single();
        return DriverManager.getConnection(url(name));
    }

    private static String url(String name) {
        return Started.POSTGRES.getJdbcUrl("postgres", name);
    }

    /// Does any statement in the database of `owner` wait for what another holds?
    static boolean doesAnybodyWait(JdbcClient owner) {
        return owner.sql(
                        """
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock')
                        """)
                .query(Boolean.class)
                .single();
    }
}
