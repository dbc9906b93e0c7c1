package dev.recon.server;

import dev.recon.server.access.SetupService;
import dev.recon.server.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A server in this JVM, on a database of its own.
///
/// @param owner the database as a superuser sees it: everything
record TestServer(ConfigurableApplicationContext context, Api api, JdbcClient owner)
        implements AutoCloseable {
    private static final class Shared {
        static final TestServer SERVER = start(Map.of());
    }

    /// One server for all tests that need nothing special; it stops with the JVM.
    static TestServer shared() {
        return Shared.SERVER;
    }

    /// A server with these settings on top of the usual ones, for a program that may everything.
    static TestServer start(Map<String, String> environment) {
        TestServer fresh = fresh(environment);
        SetupService setup = fresh.bean(SetupService.class);
        Api api = FirstKey.in(fresh.api, () -> setup.openLink().orElseThrow());
        return new TestServer(fresh.context, api, fresh.owner);
    }

    /// The same for nobody: unless its database knows better, it waits for its administrator.
    static TestServer fresh(Map<String, String> environment) {
        Map<String, String> all = new java.util.HashMap<>();
        all.put("PORT", "0");
        all.put("RATE_LIMIT_PER_MINUTE", "0");
        all.put("RECON_HOME", home().toString());
        all.put("DATABASE_URL", TestDatabase.fresh());
        all.put("ADMIN_SECOND_FACTOR", "false");
        all.put("PASSWORD_PEPPER", FirstKey.PEPPER);
        all.put("PASSWORD_COST", FirstKey.COST);
        all.put("DATABASE_MAKE_ROLES", "true");
        all.putAll(environment);
        TestDatabase.stopAfterServers();
        ConfigurableApplicationContext context = ReconServer.start(Settings.from(all));
        DataSource owner = new DriverManagerDataSource(all.get("DATABASE_URL"));
        AuditNet.install(owner);
        return new TestServer(
                context, new Api(ReconServer.port(context)), JdbcClient.create(owner));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("recon-home");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
