package dev.recon.server.delivery;

import dev.recon.server.access.OnceService;
import dev.recon.server.file.Received;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Deliveries of sources over HTTP.
@RestController
record DeliveryEndpoints(
        DeliveryService service, OnceService once, TransactionTemplate transaction) {
    private static final String SOURCE = "/api/v1/sources/{sourceId}";

    @GetMapping("/api/v1/source-standings")
    Page<Standing> standings(Actor actor, Paging paging) {
        return service.standings(actor, paging);
    }

    @GetMapping(SOURCE + "/standing")
    Standing standing(Actor actor, @PathVariable UUID sourceId) {
        return service.standing(actor, sourceId);
    }

    @GetMapping(SOURCE + "/deliveries")
    Page<Delivery> list(Actor actor, @PathVariable UUID sourceId, Paging paging) {
        return service.list(actor, sourceId, paging);
    }

    @PostMapping(
            value = SOURCE + "/deliveries",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> deliver(
            Actor actor, @PathVariable UUID sourceId, HttpServletRequest http) throws IOException {
        try (Received received = service.receive(actor, sourceId, http)) {
            return once.answer(
                    actor,
                    OnceService.Request.of(http, received.sha256()),
                    () -> answer(sourceId, service.deliver(actor, sourceId, received)));
        }
    }

    private static ResponseEntity<Delivery> answer(UUID sourceId, Delivery delivery) {
        URI place = URI.create("/api/v1/sources/" + sourceId + "/deliveries");
        return delivery.isKnown()
                ? ResponseEntity.ok(delivery)
                : ResponseEntity.created(place).body(delivery);
    }

    @PostMapping(SOURCE + "/deliveries/{number}/take")
    ResponseEntity<byte[]> take(
            Actor actor,
            @PathVariable UUID sourceId,
            @PathVariable int number,
            HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, ""),
                () -> ResponseEntity.ok(service.take(actor, sourceId, number)));
    }

    /// When somebody says that a source delivers.
    record NewCadence(String calendar, int everyDays, LocalTime dueBy, @Nullable String zone) {}

    @PutMapping(SOURCE + "/cadence")
    Standing cadence(Actor actor, @PathVariable UUID sourceId, @RequestBody NewCadence wanted) {
        String zone = Objects.requireNonNullElse(wanted.zone, Cadence.USUAL_ZONE);
        Cadence said = new Cadence(wanted.calendar, wanted.everyDays, wanted.dueBy, zone, false);
        return set(actor, sourceId, said);
    }

    @DeleteMapping(SOURCE + "/cadence")
    Standing learn(Actor actor, @PathVariable UUID sourceId) {
        return set(actor, sourceId, null);
    }

    /// Which deliveries somebody wants to be held.
    record NewQuarantine(boolean holdsRisky) {}

    @PutMapping(SOURCE + "/quarantine")
    Standing quarantine(
            Actor actor, @PathVariable UUID sourceId, @RequestBody NewQuarantine wanted) {
        return Objects.requireNonNull(
                transaction.execute(_ -> service.quarantine(actor, sourceId, wanted.holdsRisky)));
    }

    private Standing set(Actor actor, UUID sourceId, @Nullable Cadence said) {
        return Objects.requireNonNull(
                transaction.execute(_ -> service.cadence(actor, sourceId, said)));
    }
}
