package dev.recon.server.notice;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.Tokens;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What opens a socket: a browser cannot send its token along with one, and an address is no place
/// for a token. A ticket works once and for [Limits#LIVE_TICKET_LIVES]; it is kept where it was
/// given, in memory, and says which workspace is watched.
@Component
final class LiveTickets {
    private final Map<String, Open> open = new LinkedHashMap<>();

    private record Open(UUID workspaceId, Instant endsAt) {}

    record Ticket(String ticket, Instant endsAt) {}

    /// A ticket for somebody of the workspace.
    synchronized Ticket give(UUID workspaceId, Instant now) {
        open.values().removeIf(one -> !one.endsAt.isAfter(now));
        if (open.size() >= Limits.LIVE_TICKETS_OPEN_MAX) {
            throw Problem.of(
                    ProblemKind.UNAVAILABLE, "Too many pages open at once. Try again in a minute.");
        }
        Ticket ticket = new Ticket(Tokens.next(), now.plus(Limits.LIVE_TICKET_LIVES));
        open.put(ticket.ticket, new Open(workspaceId, ticket.endsAt));
        return ticket;
    }

    /// Uses a ticket up; none when it was used before, is over, or never was.
    synchronized Optional<UUID> take(String ticket, Instant now) {
        return Optional.ofNullable(open.remove(ticket))
                .filter(one -> one.endsAt.isAfter(now))
                .map(Open::workspaceId);
    }
}
