package dev.recon.server.comparison;

import dev.recon.server.access.OnceService;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Comparisons of rule sets over HTTP.
@RestController
record ComparisonEndpoints(ComparisonService service, OnceService once) {
    private static final String OF_RECONCILIATION =
            "/api/v1/reconciliations/{reconciliationId}/comparisons";
    private static final String ONE = "/api/v1/comparisons/{comparisonId}";

    @GetMapping(OF_RECONCILIATION)
    Page<Comparison> list(Actor actor, @PathVariable UUID reconciliationId) {
        return new Page<>(service.list(actor, reconciliationId), null);
    }

    @PostMapping(OF_RECONCILIATION)
    ResponseEntity<byte[]> queue(
            Actor actor,
            @PathVariable UUID reconciliationId,
            @RequestBody NewComparison wanted,
            HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, wanted),
                () -> {
                    Comparison queued = service.queue(actor, reconciliationId, wanted);
                    return ResponseEntity.accepted()
                            .location(URI.create("/api/v1/comparisons/" + queued.id()))
                            .body(queued);
                });
    }

    @GetMapping(ONE)
    Comparison get(Actor actor, @PathVariable UUID comparisonId) {
        return service.show(actor, comparisonId);
    }

    @PostMapping(ONE + "/cancel")
    ResponseEntity<byte[]> cancel(
            Actor actor, @PathVariable UUID comparisonId, HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, ""),
                () -> ResponseEntity.ok(service.cancel(actor, comparisonId)));
    }

    @GetMapping(ONE + "/changes")
    Page<Comparison.Line> lines(
            Actor actor, @PathVariable UUID comparisonId, LineFilter filter, Paging paging) {
        return service.lines(actor, comparisonId, filter, paging);
    }
}
