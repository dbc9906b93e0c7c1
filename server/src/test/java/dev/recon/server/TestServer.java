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

/// A server in this JVM, on a database of its own.
record TestServer(ConfigurableApplicationContext context, Api api) implements AutoCloseable {
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
        return new TestServer(fresh.context, api);
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
        all.putAll(environment);
        TestDatabase.stopAfterServers();
        ConfigurableApplicationContext context = ReconServer.start(Settings.from(all));
        AuditNet.install(context.getBean(DataSource.class));
        return new TestServer(context, new Api(ReconServer.port(context)));
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
