package dev.recon.server;

import dev.recon.server.platform.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The server: HTTP, live events, and the worker of the runs, in one process.
@SpringBootApplication
public class ReconServer {
    private static final int WRONG_USE = 2;

    /// Starts the server of the environment, or says in words why it cannot.
    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.from(System.getenv());
            requireFree(settings);
            ConfigurableApplicationContext server = start(settings);
            welcome(System.out, settings, port(server));
        } catch (IllegalArgumentException | IOException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USE);
        }
    }

    /// Starts a server with these settings and returns when it answers.
    public static ConfigurableApplicationContext start(Settings settings) {
        return new SpringApplicationBuilder(ReconServer.class)
                .initializers(
                        context -> context.getBeanFactory().registerSingleton("settings", settings))
                .properties(
                        Map.of(
                                "server.port",
                                settings.port(),
                                "server.address",
                                settings.address()))
                .run();
    }

    /// The port on which a server listens.
    public static int port(ConfigurableApplicationContext server) {
        var web = ((ServletWebServerApplicationContext) server).getWebServer();
        return Objects.requireNonNull(web).getPort();
    }

    private static void requireFree(Settings settings) throws IOException {
        InetSocketAddress wanted = new InetSocketAddress(settings.address(), settings.port());
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(wanted);
        } catch (IOException taken) {
            throw new IOException(
                    "Port "
                            + settings.port()
                            + " of "
                            + settings.address()
                            + " is taken. Stop what uses it, or choose another: PORT=8081, or"
                            + " PORT=0 for any free one.",
                    taken);
        }
    }

    private static void welcome(PrintStream out, Settings settings, int port) {
        out.printf(
                """

                Recon is ready:  http://localhost:%d

                Open it, drop two files, and see what does not agree.
                Data stays in %s.  Ctrl-C stops the server.

                """,
                port, settings.databaseUrl().isPresent() ? "your database" : settings.home());
        out.flush();
    }
}
