package dev.recon.server.notice;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Rows;
import dev.recon.server.platform.Segment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tickets that were given out and not used yet.
@Component
record TicketStore(JdbcClient db) {
    /// Whose events a ticket opens, and until when.
    ///
    /// @param lastEvent the newest event when the ticket was made
    record Admitted(UUID workspaceId, UUID personId, Instant until, long lastEvent) {}

    void add(Actor actor, String ticket, Instant until) {
        db.sql(
                        """
                        DELETE FROM live_ticket
                        WHERE workspace_id = :workspaceId AND expires_at < now()
                        """)
                .param("workspaceId", actor.workspaceId())
                .update();
        db.sql(
                        """
                        INSERT INTO live_ticket
                            (workspace_id, hash, person_id, expires_at, stream_until, last_event)
                        VALUES (:workspaceId, :hash, :personId,
                            now() + make_interval(secs => :seconds), :until,
                            (SELECT coalesce(max(id), 0) FROM live_event
                             WHERE workspace_id = :workspaceId))
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("hash", hash(ticket))
                .param("personId", actor.person().id())
                .param("seconds", Limits.TICKET.toSeconds())
                .param("until", Rows.at(until))
                .update();
    }

    /// Takes a ticket, which is then gone; empty when there is none such, or no longer.
    Optional<Admitted> use(UUID workspaceId, String ticket) {
        return db.sql(
                        """
                        DELETE FROM live_ticket
                        WHERE workspace_id = :workspaceId AND hash = :hash
                        RETURNING person_id, stream_until, last_event,
                            expires_at > now() AS valid
                        """)
                .param("workspaceId", workspaceId)
                .param("hash", hash(ticket))
                .query((row, _) ->
                        row.getBoolean("valid")
                                ? Optional.of(
                                        new Admitted(
                                                workspaceId,
                                                Rows.id(row, "person_id"),
                                                Rows.time(row, "stream_until"),
                                                row.getLong("last_event")))
                                : Optional.<Admitted>empty())
                .optional()
                .flatMap(found -> found);
    }

    private static byte[] hash(String ticket) {
        return Segment.digest().digest(ticket.getBytes(StandardCharsets.UTF_8));
    }
}
