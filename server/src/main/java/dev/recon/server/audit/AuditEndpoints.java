package dev.recon.server.audit;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Downloads;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The history over HTTP.
@RestController
record AuditEndpoints(AuditService service, Downloads downloads) {
    @GetMapping("/api/v1/audit-events")
    Page<AuditEvent> list(Actor actor, AuditFilter filter, Paging paging) {
        return service.find(actor, filter, paging);
    }

    @GetMapping("/api/v1/audit-chain")
    ChainService.Chain chain(Actor actor) {
        return service.chain(actor);
    }

    /// Verifying twice is no harm: the key of the request is not asked for.
    @PostMapping("/api/v1/audit-chain/check")
    AuditCheck check(Actor actor) {
        return service.check(actor);
    }

    @GetMapping("/api/v1/audit-chain/export")
    void export(Actor actor, HttpServletResponse response) throws IOException {
        service.requireReader(actor);
        downloads.send(
                response,
                "application/x-ndjson",
                "audit.jsonl",
                target -> service.export(actor, target));
    }
}
