package dev.recon.server.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// How long requests take, by method, route and status. A route is the template that the code
/// names, never the address that was asked for, so that the number of series is bounded.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestMetrics extends OncePerRequestFilter {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private final MeterRegistry meters;
    private final AtomicInteger active = new AtomicInteger();
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    private record Series(String method, String route, int status) {}

    RequestMetrics(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("http.server.active.requests", active, AtomicInteger::get)
                .description("Requests that are being answered")
                .register(meters);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        active.incrementAndGet();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            active.decrementAndGet();
            long nanos = System.nanoTime() - start;
            timer(request, status).record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(HttpServletRequest request, int status) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
        return timers.computeIfAbsent(new Series(method, route(request), status), this::timer);
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.request.duration")
                .description("How long a request took")
                .tags(
                        "http.request.method",
                        series.method,
                        "http.route",
                        series.route,
                        "http.response.status.code",
                        Integer.toString(series.status))
                .serviceLevelObjectives(Buckets.requests())
                .register(meters);
    }

    private static String route(HttpServletRequest request) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return route == null ? "none" : route.toString();
    }
}
