package dev.recon.server.platform;

import dev.recon.server.trace.Trace;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a problem, also where no endpoint was reached.
@Component
public record ProblemWriter(JsonMapper json) {
    /// Writes it, unless an answer has begun already.
    public void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ProblemBody body = ProblemBody.of(problem, traceId());
        response.setStatus(body.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    /// What the log knows this request by.
    static String traceId() {
        return Trace.currentId().orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
    }
}
