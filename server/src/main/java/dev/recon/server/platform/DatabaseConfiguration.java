package dev.recon.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.recon.server.metric.PoolMetrics;
import dev.recon.server.settings.DatabaseSettings;
import dev.recon.server.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;

/// The database: the one that the settings name, or our own.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final long POOL_IDLE_MILLIS = 30_000;
    private static final long POOL_WAIT_MILLIS = 20_000;

    /// A request whose database is silent for so long is given up; runs may take longer.
    private static final int WEB_SILENCE_SECONDS = 30;

    @Bean(destroyMethod = "close")
    Home home(Settings settings) throws IOException {
        return Home.open(settings.home());
    }

    @Bean(destroyMethod = "close")
    OpenDatabase database(Settings settings, Home home) throws IOException {
        return settings.isEmbedded() ? OpenDatabase.embedded(home) : OpenDatabase.outside(settings);
    }

    /// The schema comes first: nothing may ask a database that does not have it.
    @Bean
    Schema schema(OpenDatabase database, Settings settings) {
        Schema schema = new Schema(database.ownerUrl());
        if (settings.database().migrateOnStart()) {
            schema.up();
        } else if (schema.pending() > 0) {
            throw new IllegalStateException(
                    "The schema lacks "
                            + schema.pending()
                            + " migrations, and MIGRATE_ON_START is false. Run: migrate up");
        }
        schema.requireRelease(Release.current());
        return schema;
    }

    /// It begins small; [ConnectionBudget] gives it its part. A worker that hangs inside a database
    /// transaction would keep others waiting for the rows it wrote: PostgreSQL ends such a
    /// connection.
    @Bean(destroyMethod = "close")
    @DependsOn("schema")
    ScopedDataSource dataSource(OpenDatabase database, MeterRegistry meters) {
        HikariConfig web = pool("web", database.jdbcUrl(), meters);
        web.addDataSourceProperty("socketTimeout", Integer.toString(WEB_SILENCE_SECONDS));
        HikariConfig engine = pool("engine", database.engineUrl(), meters);
        return new ScopedDataSource(new HikariDataSource(web), new HikariDataSource(engine));
    }

    /// What all stores ask through.
    @Bean
    JdbcTemplate statements(ScopedDataSource source, MeterRegistry meters) {
        return new MeasuredStatements(source, meters);
    }

    private static HikariConfig pool(String name, String url, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(DatabaseSettings.POOL_SIZE_MIN / 2);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(POOL_WAIT_MILLIS);
        config.setPoolName(name);
        config.setIdleTimeout(POOL_IDLE_MILLIS);
        config.setMetricsTrackerFactory(new PoolMetrics(meters));
        config.addDataSourceProperty("ApplicationName", "recon-" + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // Prepared at the first use, not at the fifth: PostgreSQL plans each of the first five uses
        // of a prepared statement, and each use of another, and a plan costs more than its rows.
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "5");
        config.setConnectionInitSql("SET idle_in_transaction_session_timeout = '60s'");
        return config;
    }
}
