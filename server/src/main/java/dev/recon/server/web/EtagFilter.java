package dev.recon.server.web;

import dev.recon.server.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Gives lists and results an `ETag`, and answers 304 to who has them already. Kept answers are
/// asked for again each time, and no proxy may keep them.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class EtagFilter extends ShallowEtagHeaderFilter {
    /// Whoever has an answer may keep it, and asks whether it is still the same.
    static final String ASK_EACH_TIME = "private, no-cache";

    private static final Pattern TAGGED =
            Pattern.compile(
                    "/api/v1/(reconciliations|sources|runs/[^/]+|runs/[^/]+/(breaks|break-counts"
                            + "|matches|rejected-lines)|breaks/[^/]+|breaks/[^/]+/candidates"
                            + "|matches/[^/]+|matches/[^/]+/explanation)");

    private final boolean enabled;

    EtagFilter(Settings settings) {
        enabled = settings.cache().enabled();
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !enabled
                || !request.getMethod().equals("GET")
                || !TAGGED.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request,
            HttpServletResponse response,
            int responseStatusCode,
            InputStream inputStream) {
        if (responseStatusCode != HttpServletResponse.SC_OK || response.isCommitted()) {
            return false;
        }
        response.setHeader("Cache-Control", ASK_EACH_TIME);
        return true;
    }
}
