package dev.recon.server.delivery;

import dev.recon.server.access.OnceService;
import dev.recon.server.platform.Actor;
import dev.recon.server.run.Run;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Runs with the newest deliveries over HTTP.
@RestController
record NewestRunEndpoints(NewestRunService service, OnceService once) {
    @PostMapping("/api/v1/reconciliations/{reconciliationId}/newest-run")
    ResponseEntity<byte[]> run(
            Actor actor, @PathVariable UUID reconciliationId, HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, ""),
                () -> {
                    Run queued = service.run(actor, reconciliationId);
                    return ResponseEntity.accepted()
                            .location(URI.create("/api/v1/runs/" + queued.id()))
                            .body(queued);
                });
    }
}
