package dev.recon.server.trace;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Gives every request a span, below the caller's when it says so.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter extends OncePerRequestFilter {
    private final Trace trace;

    TraceFilter(Trace trace) {
        this.trace = trace;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String parent = request.getHeader("traceparent");
        try (ActiveSpan span = trace.begin(request.getMethod(), SpanKind.SERVER, parent)) {
            boolean answered = false;
            try {
                chain.doFilter(request, response);
                answered = true;
            } finally {
                Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
                span.name(request.getMethod() + " " + (route == null ? "" : route));
                span.tag("http.request.method", request.getMethod());
                span.tag("http.response.status_code", Integer.toString(response.getStatus()));
                if (!answered || response.getStatus() >= 500) {
                    span.fail();
                }
            }
        }
    }
}
