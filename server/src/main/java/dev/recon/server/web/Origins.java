package dev.recon.server.web;

import dev.recon.server.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Whose pages may call: our own, and those of exactly the origins in CORS_ORIGIN. An origin is
/// compared as a whole text; nothing is echoed that was not configured.
@Component
final class Origins {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
                    + " X-Requested-With, traceparent";
    private static final String EXPOSED =
            "ETag, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After";
    private static final String SECONDS = "600";

    private final Set<String> allowed;

    Origins(Settings settings) {
        allowed = Set.copyOf(settings.http().corsOrigins());
    }

    /// Says so to the browser when the page's origin is one of the configured ones.
    boolean allow(HttpServletRequest request, HttpServletResponse response) {
        if (allowed.isEmpty()) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        if (origin == null || !allowed.contains(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", HEADERS);
            response.setHeader("Access-Control-Max-Age", SECONDS);
        } else {
            response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        }
        return true;
    }

    static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /// A browser says where a page came from; other programs say nothing.
    boolean isOwn(HttpServletRequest request) {
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
