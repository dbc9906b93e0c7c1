package dev.recon.server.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem as it leaves the server (RFC 9457).
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        List<ProblemError> errors,
        @Nullable Conflict conflict,
        String traceId) {
    static ProblemBody of(Problem problem, String traceId) {
        return new ProblemBody(
                problem.kind().type(),
                problem.kind().title(),
                problem.kind().status(),
                problem.detail(),
                problem.errors(),
                problem.conflict(),
                traceId);
    }
}
