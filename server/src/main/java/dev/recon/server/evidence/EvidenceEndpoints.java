package dev.recon.server.evidence;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Downloads;
import dev.recon.server.platform.Permission;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Evidence over HTTP.
@RestController
record EvidenceEndpoints(EvidenceService service, RunService runs, Downloads downloads) {
    @GetMapping("/api/v1/runs/{runId}/evidence")
    void get(Actor actor, @PathVariable UUID runId, HttpServletResponse response)
            throws IOException {
        runs.getFor(actor, Permission.READ_AUDIT, runId); // before anything is said
        RunRow run = runs.getDone(actor, runId);
        downloads.send(
                response,
                "application/zip",
                "evidence-run-" + run.number() + ".zip",
                target -> service.write(actor, run, target));
    }
}
