package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A real Redis on a free port of this machine, which can be killed, frozen and emptied.
public final class RedisProcess implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(20);

    private final int port;
    private Process process;

    private RedisProcess(int port) {
        this.port = port;
        this.process = run(port);
    }

    /// Starts one and returns when it answers.
    public static RedisProcess start() {
        return new RedisProcess(freePort());
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /// Starts it again on the same port.
    public void restart() {
        kill();
        process = run(port);
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// It takes connections, and never answers.
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    /// What a command answers, as Redis writes it.
    public String ask(String command) {
        try (Socket line = new Socket()) {
            line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            String asked = command + "\r\nQUIT\r\n";
            line.getOutputStream().write(asked.getBytes(StandardCharsets.UTF_8));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            thaw();
        }
        kill();
    }

    private void signal(String signal) {
        try {
            Process sent = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
            assertThat(sent.onExit().join().exitValue()).isZero();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Process run(int port) {
        try {
            Process made =
                    new ProcessBuilder(
                                    "redis-server",
                                    "--port",
                                    Integer.toString(port),
                                    "--bind",
                                    "127.0.0.1",
                                    "--save",
                                    "",
                                    "--appendonly",
                                    "no")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectErrorStream(true)
                            .start();
            awaitAnswer(port);
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void awaitAnswer(int port) throws IOException {
        long until = System.nanoTime() + START_MAX.toNanos();
        while (true) {
            try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(line.isConnected()).isTrue();
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }
}
