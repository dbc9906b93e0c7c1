package dev.recon.server.audit;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The history over HTTP.
@RestController
record AuditEndpoints(AuditStore events) {
    @GetMapping("/api/v1/audit-events")
    Page<AuditEvent> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String objectType,
            @RequestParam(required = false) @Nullable String objectId,
            Paging paging) {
        return events.find(actor, objectType, objectId, paging);
    }
}
