package dev.recon.server.notice;

import dev.recon.server.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tickets for live events: a socket cannot carry a token, and an address must not.
@RestController
record LiveTicketEndpoints(TicketService tickets) {
    /// A ticket, and until when it may be used.
    record LiveTicket(String ticket, Instant endsAt) {}

    @PostMapping("/api/v1/live-tickets")
    ResponseEntity<LiveTicket> create(Actor actor, HttpServletRequest request) {
        TicketService.Made made = tickets.make(actor, request.getHeader("Authorization"));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new LiveTicket(made.ticket(), made.endsAt()));
    }
}
