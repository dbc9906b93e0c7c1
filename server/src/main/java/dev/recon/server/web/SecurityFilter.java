package dev.recon.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What stands before every request: the headers that browsers need to protect people, and a
/// refusal of changes that another site's page asks for.
@Component
final class SecurityFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " connect-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " worker-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'self'";
    private static final String REFUSAL =
            "{\"type\":\"/problems/forbidden-origin\",\"title\":\"Another site may not do this\","
                    + "\"status\":403,\"detail\":\"Open Recon itself and do it there.\","
                    + "\"errors\":[],\"conflict\":null,\"traceId\":\"origin\"}";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        boolean reads =
                READING.contains(request.getMethod()) && !request.getRequestURI().equals("/ws");
        if (!reads && !isOwn(request)) {
            response.setStatus(403);
            response.setContentType("application/problem+json");
            response.getWriter().write(REFUSAL);
            return;
        }
        chain.doFilter(request, response);
    }

    /// A browser says where a page came from; other programs say nothing.
    private static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || authority(origin).equals(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null ? "none" : authority;
        } catch (IllegalArgumentException _) {
            return "none";
        }
    }
}
