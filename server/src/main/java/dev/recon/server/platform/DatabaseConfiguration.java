package dev.recon.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.recon.server.settings.DatabaseUrl;
import dev.recon.server.settings.Settings;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The database: the one that the settings name, or our own.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final long POOL_WAIT_MILLIS = 20_000;

    /// A database that was started here and is stopped here, after everything that uses it.
    record Started(String jdbcUrl, Optional<EmbeddedDatabase> own) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (own.isPresent()) {
                own.get().close();
            }
        }
    }

    @Bean(destroyMethod = "close")
    Home home(Settings settings) throws IOException {
        return Home.open(settings.home());
    }

    @Bean(destroyMethod = "close")
    Started database(Settings settings, Home home) throws IOException {
        if (settings.database().url().isPresent()) {
            String url = DatabaseUrl.toJdbc(settings.database().url().get());
            return new Started(url, Optional.empty());
        }
        EmbeddedDatabase own = EmbeddedDatabase.start(home);
        return new Started(own.jdbcUrl(), Optional.of(own));
    }

    /// A worker that hangs inside a database transaction would keep others waiting for the rows it
    /// wrote: PostgreSQL ends such a connection.
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Started database, Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setMaximumPoolSize(settings.database().poolSize());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(POOL_WAIT_MILLIS);
        config.setPoolName("recon");
        config.addDataSourceProperty("ApplicationName", "recon-server");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "5");
        config.setConnectionInitSql("SET idle_in_transaction_session_timeout = '60s'");
        return new HikariDataSource(config);
    }
}
