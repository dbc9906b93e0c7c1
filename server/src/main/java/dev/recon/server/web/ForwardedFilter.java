package dev.recon.server.web;

import dev.recon.server.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says from which address a request comes when proxies of ours stand before the server. Each adds
/// the address that it saw to the end of `X-Forwarded-For`; what stands before those of our own
/// proxies was written by whoever asks, and is not believed.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ForwardedFilter extends OncePerRequestFilter {
    private final int proxies;

    ForwardedFilter(Settings settings) {
        this.proxies = settings.http().trustedProxies();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(proxies == 0 ? request : new Forwarded(request, proxies), response);
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private final String address;
        private final boolean secure;

        Forwarded(HttpServletRequest request, int proxies) {
            super(request);
            address = fromEnd(request, "X-Forwarded-For", proxies, request.getRemoteAddr());
            String scheme = fromEnd(request, "X-Forwarded-Proto", proxies, request.getScheme());
            secure = scheme.equals("https");
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : "http";
        }

        /// What the farthest of our proxies added; a shorter list was not made by all of them.
        private static String fromEnd(
                HttpServletRequest request, String header, int proxies, String otherwise) {
            List<String> all = new ArrayList<>();
            for (String line : Collections.list(request.getHeaders(header))) {
                for (String one : line.split(",", -1)) {
                    all.add(one.strip());
                }
            }
            if (header.equals("X-Forwarded-Proto")) {
                return all.isEmpty() ? otherwise : all.getLast();
            }
            String found = all.size() < proxies ? "" : all.get(all.size() - proxies);
            return found.matches("[0-9a-fA-F:.]{2,45}") ? found : otherwise;
        }
    }
}
