package dev.recon.server.notice;

import dev.recon.server.platform.Actor;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tickets over HTTP. No answer is kept for an `Idempotency-Key`: each holds a secret.
@RestController
record LiveTicketEndpoints(LiveTickets tickets) {
    @PostMapping("/api/v1/live-tickets")
    ResponseEntity<LiveTickets.Ticket> give(Actor actor) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(tickets.give(actor.workspaceId(), Instant.now()));
    }
}
