package dev.recon.server.source;

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

/// Sources over HTTP.
@RestController
record SourceEndpoints(SourceService service, OnceService once) {
    @GetMapping("/api/v1/sources")
    Page<Source> list(Actor actor, Paging paging) {
        return service.list(actor, paging);
    }

    @GetMapping("/api/v1/sources/{sourceId}")
    Source get(Actor actor, @PathVariable UUID sourceId) {
        return service.get(actor, sourceId);
    }

    @PostMapping("/api/v1/sources")
    ResponseEntity<byte[]> add(
            Actor actor, @RequestBody NewSource wanted, HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, wanted),
                () -> {
                    Source added = service.add(actor, wanted);
                    URI place = URI.create("/api/v1/sources/" + added.id());
                    return ResponseEntity.created(place).body(added);
                });
    }
}
