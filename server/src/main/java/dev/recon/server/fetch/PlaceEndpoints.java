package dev.recon.server.fetch;

import dev.recon.server.access.OnceService;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The places of sources over HTTP.
@RestController
record PlaceEndpoints(PlaceService service, OnceService once, TransactionTemplate transaction) {
    private static final String SOURCE = "/api/v1/sources/{sourceId}";

    /// A place, or that there is none.
    record Found(@Nullable SourcePlace place) {}

    /// The drivers that a query can name.
    record Drivers(List<Driver> items) {}

    /// One of them, as the page shows it.
    record Driver(String name, String title, int port) {}

    @GetMapping("/api/v1/database-drivers")
    Drivers drivers(Actor actor) {
        return new Drivers(
                service.drivers(actor).stream()
                        .map(one -> new Driver(one.name(), one.title(), one.port()))
                        .toList());
    }

    @GetMapping(SOURCE + "/place")
    Found get(Actor actor, @PathVariable UUID sourceId) {
        return new Found(service.find(actor, sourceId));
    }

    @PutMapping(SOURCE + "/place")
    SourcePlace set(Actor actor, @PathVariable UUID sourceId, @RequestBody NewPlace wanted) {
        return Objects.requireNonNull(
                transaction.execute(_ -> service.set(actor, sourceId, wanted)));
    }

    @DeleteMapping(SOURCE + "/place")
    Found remove(Actor actor, @PathVariable UUID sourceId) {
        transaction.executeWithoutResult(_ -> service.remove(actor, sourceId));
        return new Found(null);
    }

    @PostMapping(SOURCE + "/place/try")
    Trial attempt(Actor actor, @PathVariable UUID sourceId, @RequestBody NewPlace wanted) {
        return service.attempt(actor, sourceId, wanted);
    }

    @PostMapping(SOURCE + "/place/fetch")
    ResponseEntity<byte[]> hurry(
            Actor actor, @PathVariable UUID sourceId, HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, ""),
                () -> ResponseEntity.accepted().body(service.hurry(actor, sourceId)));
    }

    @GetMapping(SOURCE + "/fetched-files")
    Page<FetchedFile> fetched(Actor actor, @PathVariable UUID sourceId, Paging paging) {
        return service.fetched(actor, sourceId, paging);
    }
}
