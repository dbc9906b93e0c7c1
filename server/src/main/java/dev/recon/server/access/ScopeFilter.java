package dev.recon.server.access;

import dev.recon.server.platform.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes from the thread, at the end of a request, what it was let see: the next one that it serves
/// is somebody else's. It stands outside of everything, so that nothing passes it by.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ScopeFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            Scope.leave();
        }
    }

    /// Also where an error is told, which is let in anew.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
