package dev.recon.server;

import dev.recon.server.access.SetupService;
import dev.recon.server.settings.LogSettings;
import dev.recon.server.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The server: HTTP, live events, and the worker of the runs, in one process.
@SpringBootApplication
public class ReconServer {
    private static final Logger LOG = LoggerFactory.getLogger(ReconServer.class);
    private static final int WRONG_USE = 2;

    /// Starts the server of the environment, or says in words why it cannot.
    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.from(System.getenv());
            requireFree(settings);
            ConfigurableApplicationContext server = start(settings);
            welcome(System.out, settings, port(server));
            // Standard output is the log alone where machines read it.
            boolean isLog = settings.log().format() == LogSettings.Format.ECS;
            invite(isLog ? System.err : System.out, server, settings);
        } catch (IllegalArgumentException | IOException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USE);
        } catch (BeanCreationException failure) {
            if (!(failure.getMostSpecificCause() instanceof IllegalArgumentException wrong)) {
                throw failure;
            }
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USE);
        }
    }

    /// Starts a server with these settings and returns when it answers.
    public static ConfigurableApplicationContext start(Settings settings) {
        ConfigurableApplicationContext server =
                new SpringApplicationBuilder(ReconServer.class)
                        .initializers(context ->
                                context.getBeanFactory().registerSingleton("settings", settings))
                        .properties(properties(settings))
                        .run();
        settings.warnings().forEach(warning -> LOG.warn("{}", warning));
        return server;
    }

    /// What the framework does itself, told in its own words.
    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("server.port", settings.http().port());
        all.put("server.address", settings.http().address());
        all.put("server.compression.enabled", settings.http().compression());
        all.put("logging.level.dev.recon", settings.log().level().name());
        if (settings.log().format() == LogSettings.Format.ECS) {
            all.put("logging.structured.format.console", "ecs");
        } else {
            // The history is in the database; its copy is for where logs are collected.
            all.put("logging.level.dev.recon.server.audit.AuditStore", "WARN");
        }
        return all;
    }

    /// The port on which a server listens.
    public static int port(ConfigurableApplicationContext server) {
        var web = ((ServletWebServerApplicationContext) server).getWebServer();
        return Objects.requireNonNull(web).getPort();
    }

    private static void requireFree(Settings settings) throws IOException {
        InetSocketAddress wanted =
                new InetSocketAddress(settings.http().address(), settings.http().port());
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(wanted);
        } catch (IOException taken) {
            throw new IOException(
                    "Port "
                            + settings.http().port()
                            + " of "
                            + settings.http().address()
                            + " is taken. Stop what uses it, or choose another: PORT=8081, or"
                            + " PORT=0 for any free one.",
                    taken);
        }
    }

    /// The first administrator comes in by a link that only who sees this can read.
    private static void invite(
            PrintStream out, ConfigurableApplicationContext server, Settings settings) {
        server.getBean(SetupService.class)
                .openLink()
                .ifPresent(path ->
                        out.printf(
                                """
                                Nobody has an account yet. Make yourself its administrator:
                                  %s%s
                                The link works once, for a day; the next start prints another one.

                                """,
                                address(settings, port(server)), path));
        out.flush();
    }

    /// Where people reach the server, as they type it.
    private static String address(Settings settings, int port) {
        return settings.http()
                .publicUrl()
                .map(url -> url.toString().replaceFirst("/$", ""))
                .orElse("http://localhost:" + port);
    }

    private static void welcome(PrintStream out, Settings settings, int port) {
        if (settings.log().format() == LogSettings.Format.ECS) {
            LOG.info("Recon is ready at http://localhost:{}", port);
            return;
        }
        out.printf(
                """

                Recon is ready:  http://localhost:%d

                Open it, drop two files, and see what does not agree.
                Data stays in %s.  Ctrl-C stops the server.

                """,
                port, settings.isEmbedded() ? settings.home() : "your database");
        out.flush();
    }
}
