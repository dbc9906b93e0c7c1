package dev.recon.server.breaks;

import dev.recon.server.platform.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Who looks at which break, over HTTP.
@RestController
record PresenceEndpoints(PresenceService service) {
    record NewPresence(@Nullable String breakId) {}

    record PresenceList(List<Presence> items) {}

    @GetMapping("/api/v1/runs/{runId}/presence")
    PresenceList list(Actor actor, @PathVariable UUID runId) {
        return new PresenceList(service.list(actor, runId));
    }

    @PutMapping("/api/v1/runs/{runId}/presence")
    PresenceList look(Actor actor, @PathVariable UUID runId, @RequestBody NewPresence wanted) {
        return new PresenceList(service.look(actor, runId, wanted.breakId()));
    }
}
