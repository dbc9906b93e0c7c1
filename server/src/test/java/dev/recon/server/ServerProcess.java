package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server as people start it: a process of its own, with its own embedded PostgreSQL. Whoever
/// starts it opens the link that it prints and makes a key.
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("http:\\\\?/\\\\?/localhost:(\\d+)");
    private static final String LINK = "/setup#";

    /// Not read by the server: how much its heap may grow, such as `256m`.
    static final String HEAP = "TEST_HEAP";

    private final Process process;
    private final Api api;
    private final List<String> said;

    private ServerProcess(Process process, Api api, List<String> said) {
        this.process = process;
        this.api = api;
        this.said = said;
    }

    /// Starts it on the data of `home` and returns when it says that it is ready and the key is
    /// made.
    static ServerProcess start(Path home) {
        return start(home, Map.of());
    }

    /// The same with more variables.
    static ServerProcess start(Path home, Map<String, String> more) {
        try {
            Process process = command(home, more).start();
            BufferedReader out = process.inputReader();
            List<String> said = new CopyOnWriteArrayList<>();
            for (String line; (line = out.readLine()) != null; ) {
                said.add(line);
                LogWatch.read(line);
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    CompletableFuture<String> link = drain(out, said);
                    Api api = new Api(Integer.parseInt(ready.group(1)));
                    return new ServerProcess(process, FirstKey.in(api, link::join), said);
                }
            }
            throw new IllegalStateException("it did not start: " + said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ProcessBuilder command(Path home, Map<String, String> more) {
        ProcessBuilder command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx" + more.getOrDefault(HEAP, "512m"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.recon.server.ReconServer");
        command.environment().remove("DATABASE_URL");
        command.environment().remove("RECON_PORT");
        command.environment().put("PORT", "0");
        command.environment().put("RECON_HOME", home.toString());
        // Whoever waits for a long run asks fifty times a second.
        command.environment().put("RATE_LIMIT_PER_MINUTE", "0");
        command.environment().put("ADMIN_SECOND_FACTOR", "false");
        command.environment().put("DATABASE_MAKE_ROLES", "true");
        command.environment().put("PASSWORD_PEPPER", FirstKey.PEPPER);
        command.environment().put("PASSWORD_COST", FirstKey.COST);
        command.environment().putAll(more);
        return command.redirectErrorStream(true);
    }

    /// The lines it has written so far.
    List<String> lines() {
        return List.copyOf(said);
    }

    Api api() {
        return api;
    }

    long pid() {
        return process.pid();
    }

    /// `kill -9`, by its handle, so that what it said last can still be read.
    void kill() {
        process.toHandle().destroyForcibly();
        assertThat(process.onExit().join().isAlive()).isFalse();
    }

    /// Stops it as Ctrl-C does, and gives its exit code.
    int stop() {
        process.toHandle().destroy();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it stops").isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    /// What it says is read, so that it never waits to be heard.
    ///
    /// @return the link for the first administrator, once it has said that
    private static CompletableFuture<String> drain(BufferedReader out, List<String> said) {
        CompletableFuture<String> link = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    out.lines()
                            .forEach(line -> {
                                said.add(line);
                                LogWatch.read(line);
                                if (line.contains(LINK)) {
                                    link.complete(line);
                                }
                            });
                    link.completeExceptionally(new IllegalStateException("it said no link"));
                });
        return link;
    }
}
