package dev.recon.server.metric;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.recon.server.settings.Settings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// `/metrics` on a port of its own, which no proxy leads to: Prometheus text, or OpenMetrics for
/// who asks for it. Without ENABLE_METRICS nothing listens.
@Component
public final class MetricsPort implements SmartLifecycle {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;
    private final Settings settings;
    private volatile Optional<HttpServer> server = Optional.empty();

    MetricsPort(PrometheusMeterRegistry meters, Settings settings) {
        this.meters = meters;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!settings.metrics().enabled()) {
            return;
        }
        InetSocketAddress address =
                new InetSocketAddress(settings.http().address(), settings.metrics().port());
        try {
            HttpServer made = HttpServer.create(address, 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::answer);
            made.start();
            server = Optional.of(made);
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "METRICS_PORT "
                            + settings.metrics().port()
                            + " is taken; choose another, or 0 for any free one.",
                    taken);
        }
    }

    @Override
    public void stop() {
        server.ifPresent(listening -> listening.stop(0));
        server = Optional.empty();
    }

    /// Last of all: figures are read until the end.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public boolean isRunning() {
        return server.isPresent();
    }

    /// Where it listens.
    public int port() {
        return server.orElseThrow().getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            String type = type(exchange);
            byte[] body = meters.scrape(type).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String type(HttpExchange exchange) {
        String accepted =
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Accept"), "");
        return accepted.contains("application/openmetrics-text")
                ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                : TEXT;
    }
}
