package dev.recon.server.run;

import dev.recon.server.access.OnceService;
import dev.recon.server.fleeting.Kept;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Runs over HTTP.
@RestController
record RunEndpoints(RunService service, OnceService once) {
    @GetMapping("/api/v1/reconciliations/{reconciliationId}/runs")
    Page<Run> list(Actor actor, @PathVariable UUID reconciliationId, Paging paging) {
        return service.list(actor, reconciliationId, paging);
    }

    @PostMapping("/api/v1/reconciliations/{reconciliationId}/runs")
    ResponseEntity<byte[]> queue(
            Actor actor,
            @PathVariable UUID reconciliationId,
            @RequestBody NewRun wanted,
            HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, wanted),
                () -> {
                    Run queued = service.queue(actor, reconciliationId, wanted);
                    return ResponseEntity.accepted()
                            .location(URI.create("/api/v1/runs/" + queued.id()))
                            .body(queued);
                });
    }

    @Kept
    @GetMapping("/api/v1/runs/{runId}")
    Run get(Actor actor, @PathVariable UUID runId) {
        return service.show(actor, runId);
    }

    @PostMapping("/api/v1/runs/{runId}/cancel")
    ResponseEntity<byte[]> cancel(Actor actor, @PathVariable UUID runId, HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, ""),
                () -> ResponseEntity.ok(service.cancel(actor, runId)));
    }

    @Kept
    @GetMapping("/api/v1/runs/{runId}/rejected-lines")
    Page<RejectedRow> rejected(
            Actor actor,
            @PathVariable UUID runId,
            @RequestParam(required = false) @Nullable String side,
            Paging paging) {
        return service.rejected(actor, runId, side == null ? null : Words.side(side), paging);
    }
}
