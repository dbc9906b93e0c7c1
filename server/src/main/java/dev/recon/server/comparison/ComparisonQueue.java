package dev.recon.server.comparison;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Rows;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The comparisons as a queue, with the leases and epochs of that of runs.
@Component
record ComparisonQueue(JdbcClient db) {
    /// A comparison in a worker's hands.
    record Lease(UUID workspaceId, UUID id, long epoch, int attempts) {}

    /// Takes the oldest comparison that waits, or whose worker gave no sign of life for too long.
    /// Like that of the runs it looks into all workspaces.
    Optional<Lease> take(String worker) {
        return db.sql(
                        """
                        UPDATE comparison SET status = 'running', progress_permille = 0,
                            epoch = epoch + 1, attempts = attempts + 1, worker = :worker,
                            lease_until = now() + make_interval(secs => :leaseSeconds)
                        WHERE (workspace_id, id) = (
                            SELECT workspace_id, id FROM comparison
                            WHERE status = 'queued'
                                OR (status = 'running' AND lease_until < now())
                            ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING workspace_id, id, epoch, attempts
                        """)
                .param("worker", worker)
                .param("leaseSeconds", Limits.LEASE.toSeconds())
                .query((row, _) ->
                        new Lease(
                                Rows.id(row, "workspace_id"),
                                Rows.id(row, "id"),
                                row.getLong("epoch"),
                                row.getInt("attempts")))
                .optional();
    }

    /// A sign of life; false when the comparison is no longer the worker's.
    boolean isAlive(Lease lease, int permille) {
        return db.sql(
                                """
                                UPDATE comparison SET progress_permille = :permille,
                                    lease_until = now() + make_interval(secs => :leaseSeconds)
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND epoch = :epoch AND status = 'running'
                                """)
                        .param("permille", permille)
                        .param("leaseSeconds", Limits.LEASE.toSeconds())
                        .param("workspaceId", lease.workspaceId)
                        .param("id", lease.id)
                        .param("epoch", lease.epoch)
                        .update()
                == 1;
    }

    /// Makes the result visible; false when it is no longer the worker's.
    boolean finish(Lease lease, String totals, long changed, int kept) {
        return db.sql(
                                """
                                UPDATE comparison SET status = 'done', progress_permille = 1000,
                                    lease_until = NULL, finished_at = now(), totals = :totals,
                                    changed = :changed, kept = :kept
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND epoch = :epoch AND status = 'running'
                                """)
                        .param("totals", totals)
                        .param("changed", changed)
                        .param("kept", kept)
                        .param("workspaceId", lease.workspaceId)
                        .param("id", lease.id)
                        .param("epoch", lease.epoch)
                        .update()
                == 1;
    }

    /// Ends a comparison without a result.
    boolean fail(Lease lease, String failure) {
        return db.sql(
                                """
                                UPDATE comparison SET status = 'failed', lease_until = NULL,
                                    finished_at = now(), failure = :failure
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND epoch = :epoch AND status = 'running'
                                """)
                        .param("failure", failure)
                        .param("workspaceId", lease.workspaceId)
                        .param("id", lease.id)
                        .param("epoch", lease.epoch)
                        .update()
                == 1;
    }

    /// Gives a comparison back, for another worker or for later.
    boolean giveBack(Lease lease) {
        return db.sql(
                                """
                                UPDATE comparison SET status = 'queued', progress_permille = 0,
                                    worker = NULL, lease_until = NULL, attempts = attempts - 1
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND epoch = :epoch AND status = 'running'
                                """)
                        .param("workspaceId", lease.workspaceId)
                        .param("id", lease.id)
                        .param("epoch", lease.epoch)
                        .update()
                == 1;
    }

    /// Ends the leases of a worker that is known to be dead.
    int endLeases(String worker) {
        return db.sql(
                        """
                        UPDATE comparison SET lease_until = now()
                        WHERE worker = :worker AND status = 'running' AND lease_until > now()
                        """)
                .param("worker", worker)
                .update();
    }
}
