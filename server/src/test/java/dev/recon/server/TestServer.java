package dev.recon.server;

import dev.recon.server.access.SetupService;
import dev.recon.server.settings.SecretSettings;
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
    private static final String COST = "PASSWORD_COST";
    private static final int COST_MIN = 4;

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
        all.put("DATABASE_MAKE_ROLES", "true");
        all.putAll(environment);
        TestDatabase.stopAfterServers();
        Settings settings = Settings.from(all);
        ConfigurableApplicationContext context =
                ReconServer.start(all.containsKey(COST) ? settings : hasty(settings));
        DataSource owner = new DriverManagerDataSource(all.get("DATABASE_URL"));
        AuditNet.install(owner);
        return new TestServer(
                context, new Api(ReconServer.port(context)), JdbcClient.create(owner));
    }

    /// The same server for who has no key.
    TestServer forNobody() {
        return new TestServer(context, api.as(""), owner);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /// Settings that no environment gives: bcrypt at its least, because the tests make many hundred
    /// hashes. A test of what a hash costs says `PASSWORD_COST`.
    private static Settings hasty(Settings from) {
        SecretSettings secrets = from.secrets();
        return new Settings(
                from.home(),
                from.role(),
                from.http(),
                from.database(),
                from.redis(),
                from.cache(),
                from.metrics(),
                from.log(),
                new SecretSettings(
                        secrets.jwt(), secrets.jwtPrevious(), secrets.pepper(), COST_MIN),
                from.mail(),
                from.signOn(),
                from.egress(),
                from.bounds(),
                from.warnings());
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("recon-home");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
