package dev.recon.server.backup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/// What is told of the shipping of the log: alerts read it.
public final class ShipFigures {
    private static final DateTimeFormatter TAKEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Clock clock;
    private final AtomicLong shipped = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong caughtUpSeconds = new AtomicLong();
    private final AtomicLong copySeconds = new AtomicLong();

    /// Before it has caught up for the first time, it is as if it had when it began.
    public ShipFigures(Clock clock) {
        this.clock = clock;
        caughtUpSeconds.set(clock.instant().getEpochSecond());
    }

    void waiting(int files) {
        waiting.set(files);
    }

    void shipped() {
        shipped.incrementAndGet();
        waiting.decrementAndGet();
    }

    /// @param newestCopy such as `base-20261128-030000`, or nothing
    void caughtUp(String newestCopy) {
        caughtUpSeconds.set(clock.instant().getEpochSecond());
        if (!newestCopy.isEmpty()) {
            String taken = newestCopy.substring(BackupKind.BASE.prefix().length());
            copySeconds.set(LocalDateTime.parse(taken, TAKEN).toEpochSecond(ZoneOffset.UTC));
        }
    }

    /// Prometheus text.
    String text() {
        return figure(
                        "recon_wal_ship_last_success_timestamp_seconds",
                        "When all of the log archive was in the bucket last.",
                        "gauge",
                        caughtUpSeconds)
                + figure(
                        "recon_wal_ship_waiting_files",
                        "Files of the log archive that are not in the bucket yet.",
                        "gauge",
                        waiting)
                + figure(
                        "recon_wal_ship_files_total",
                        "Files of the log archive that were sent and read back.",
                        "counter",
                        shipped)
                + figure(
                        "recon_base_ship_newest_timestamp_seconds",
                        "When the newest copy of the cluster in the bucket was taken; 0 without.",
                        "gauge",
                        copySeconds);
    }

    private static String figure(String name, String help, String type, AtomicLong value) {
        return "# HELP %1$s %2$s\n# TYPE %1$s %3$s\n%1$s %4$d\n"
                .formatted(name, help, type, value.get());
    }

    /// Answers `/metrics` on this port, until the process ends.
    ///
    /// @throws IOException when the port is taken
    public HttpServer serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/metrics", this::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
        exchange.sendResponseHeaders(200, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }
}
