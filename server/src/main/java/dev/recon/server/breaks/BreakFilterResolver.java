package dev.recon.server.breaks;

import dev.recon.server.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives the lists of breaks the [BreakFilter] of the request. The framework would bind the record
/// too; but it looks at its annotations again with each request, which took as long as to find who
/// sends it.
@Component
final class BreakFilterResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == BreakFilter.class;
    }

    @Override
    public BreakFilter resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
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
