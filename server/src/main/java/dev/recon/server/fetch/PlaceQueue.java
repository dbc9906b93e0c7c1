package dev.recon.server.fetch;

import dev.recon.engine.read.Problem;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Rows;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The places as a queue: which is to be looked at, and who does so until when, as [the queue of
/// runs](dev.recon.server.run.RunQueue) has it.
///
/// [#take] is the one statement that looks into all workspaces; what it gives carries its own.
@Component
record PlaceQueue(JdbcClient db, JsonMapper json) {
    /// A place in a worker's hands.
    record Lease(UUID workspaceId, UUID sourceId, long epoch, UUID setBy, String setByName) {}

    /// Takes the place that has waited longest; the next look is due from now on, and whoever asks
    /// for one meanwhile gets it after this one.
    Optional<Lease> take(String worker) {
        return db.sql(
                        """
                        UPDATE source_place s SET epoch = s.epoch + 1, worker = :worker,
                            lease_until = now() + make_interval(secs => :leaseSeconds),
                            next_at = now() + make_interval(mins => s.every_minutes)
                        FROM person p
                        WHERE (s.workspace_id, s.source_id) = (
                            SELECT workspace_id, source_id FROM source_place
                            WHERE is_on AND next_at <= now()
                                AND (lease_until IS NULL OR lease_until < now())
                            ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                            AND p.workspace_id = s.workspace_id AND p.id = s.set_by
                        RETURNING s.workspace_id, s.source_id, s.epoch, s.set_by, p.name
                        """)
                .param("worker", worker)
                .param("leaseSeconds", Limits.PLACE_LEASE.toSeconds())
                .query((row, _) ->
                        new Lease(
                                Rows.id(row, "workspace_id"),
                                Rows.id(row, "source_id"),
                                row.getLong("epoch"),
                                Rows.id(row, "set_by"),
                                Rows.text(row, "name")))
                .optional();
    }

    /// Is the place still the worker's? Then it is until the database transaction ends.
    boolean isAlive(Lease lease) {
        return db.sql(
                                """
                                UPDATE source_place SET
                                    lease_until = now() + make_interval(secs => :leaseSeconds)
                                WHERE workspace_id = :workspaceId AND source_id = :sourceId
                                    AND epoch = :epoch
                                """)
                        .param("leaseSeconds", Limits.PLACE_LEASE.toSeconds())
                        .param("workspaceId", lease.workspaceId)
                        .param("sourceId", lease.sourceId)
                        .param("epoch", lease.epoch)
                        .update()
                == 1;
    }

    /// What a look ends with.
    ///
    /// @param hasMore are there files that it had no time for?
    record Ending(int fetched, boolean hasMore, @Nullable Problem problem) {}

    /// Ends a look; the next one comes when it is due, or at once.
    void finish(Lease lease, Ending ending) {
        db.sql(
                        """
                        UPDATE source_place SET lease_until = NULL, worker = NULL,
                            looked_at = now(), fetched = :fetched, problem = :problem,
                            next_at = CASE WHEN :hasMore THEN now() ELSE next_at END
                        WHERE workspace_id = :workspaceId AND source_id = :sourceId
                            AND epoch = :epoch
                        """)
                .param("fetched", ending.fetched)
                .param("hasMore", ending.hasMore)
                .param(
                        "problem",
                        ending.problem == null ? null : json.writeValueAsString(ending.problem))
                .param("workspaceId", lease.workspaceId)
                .param("sourceId", lease.sourceId)
                .param("epoch", lease.epoch)
                .update();
    }

    /// Ends the leases of a worker that is known to be dead.
    int endLeases(String worker) {
        return db.sql(
                        """
                        UPDATE source_place SET lease_until = NULL, worker = NULL
                        WHERE worker = :worker
                        """)
                .param("worker", worker)
                .update();
    }
}
