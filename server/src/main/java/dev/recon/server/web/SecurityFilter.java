package dev.recon.server.web;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What stands before every request: the headers that browsers need to protect people, the answer
/// to pages of other origins that may call, and a refusal of changes that any other page asks for.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class SecurityFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> REFUSED = Set.of("TRACE", "TRACK", "CONNECT");
    private static final String HSTS = "max-age=31536000; includeSubDomains";
    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(),"
                    + " microphone=(), payment=(), usb=()";

    private final Origins origins;
    private final ProblemWriter problems;

    SecurityFilter(Origins origins, ProblemWriter problems) {
        this.origins = origins;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        protect(request, response);
        if (REFUSED.contains(request.getMethod())) {
            problems.write(
                    Problem.of(
                            ProblemKind.METHOD_NOT_ALLOWED,
                            request.getMethod() + " is not offered."),
                    response);
            return;
        }
        boolean allowed = origins.allow(request, response);
        if (allowed && Origins.isPreflight(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        boolean reads =
                READING.contains(request.getMethod()) && !request.getRequestURI().equals("/ws");
        if (!reads && !allowed && !origins.isOwn(request)) {
            problems.write(
                    Problem.of(ProblemKind.FORBIDDEN_ORIGIN, "Open Recon itself and do it there."),
                    response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void protect(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", PagePolicy.NOTHING);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", HSTS);
        }
    }
}
