package dev.recon.server.breaks;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.RequestResolver;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;

/// Gives the lists of breaks the [BreakFilter] of the request. The framework would bind the record
/// too; but it looks at its annotations again with each request, which took as long as to find who
/// sends it.
@Component
final class BreakFilterResolver extends RequestResolver<BreakFilter> {
    BreakFilterResolver() {
        super(BreakFilter.class);
    }

    @Override
    protected BreakFilter read(NativeWebRequest request) {
        return new BreakFilter(
                all(request, "kind"),
                request.getParameter("status"),
                request.getParameter("side"),
                all(request, "currency"),
                request.getParameter("text"),
                yesOrNo("waiting", request.getParameter("waiting")),
                request.getParameter("minValue"),
                request.getParameter("maxValue"),
                request.getParameter("sort"));
    }

    private static @Nullable List<String> all(NativeWebRequest request, String name) {
        String[] given = request.getParameterValues(name);
        return given == null ? null : List.of(given);
    }

    private static @Nullable Boolean yesOrNo(String name, @Nullable String given) {
        return switch (given) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw Problem.badRequest(name + " is \"" + given + "\"; give true or false.");
        };
    }
}
