package dev.recon.server.audit;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.RequestResolver;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;

/// Reads an [AuditFilter] out of a request.
@Component
final class AuditFilterResolver extends RequestResolver<AuditFilter> {
    AuditFilterResolver() {
        super(AuditFilter.class);
    }

    @Override
    protected AuditFilter read(NativeWebRequest request) {
        return new AuditFilter(
                request.getParameter("objectType"),
                request.getParameter("objectId"),
                request.getParameter("action"),
                id(request.getParameter("person")),
                time("from", request.getParameter("from")),
                time("to", request.getParameter("to")));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest("person is \"" + text + "\"; give the id of a person.");
        }
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw Problem.badRequest(
                    name + " is \"" + text + "\"; give a time such as 2026-01-31T00:00:00Z.");
        }
    }
}
