package dev.recon.server.run;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Rows;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The runs as a queue: who works on what, and until when that may be believed.
///
/// Each worker that takes a run raises its epoch, and every write names the epoch it was taken
/// with: a worker that was thought dead and wakes up finds that its writes touch no row. Times are
/// the database's, so clocks of servers do not matter.
///
/// [#take] is the one statement that looks into all workspaces; what it gives carries its own.
@Component
public record RunQueue(JdbcClient db) {
    /// A run in a worker's hands.
    ///
    /// @param attempts how often it was taken, this time included
    /// @param traceparent the trace that it was asked for in
    public record Lease(
            UUID workspaceId, UUID runId, long epoch, int attempts, @Nullable String traceparent) {}

    /// How far a run is.
    public record Stage(String stage, int permille, @Nullable Long rowsPerSecond) {}

    /// Takes the oldest run that waits, or whose worker gave no sign of life for too long.
    public Optional<Lease> take(String worker) {
        return db.sql(
                        """
                        UPDATE run SET status = 'running', stage = 'load', progress_permille = 0,
                            epoch = epoch + 1, attempts = attempts + 1, worker = :worker,
                            lease_until = now() + make_interval(secs => :leaseSeconds),
                            started_at = now(), rows_per_second = NULL
                        WHERE (workspace_id, id) = (
                            SELECT workspace_id, id FROM run
                            WHERE status = 'queued'
                                OR (status = 'running' AND lease_until < now())
                            ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING workspace_id, id, epoch, attempts, traceparent
                        """)
                .param("worker", worker)
                .param("leaseSeconds", Limits.LEASE.toSeconds())
                .query((row, _) ->
                        new Lease(
                                Rows.id(row, "workspace_id"),
                                Rows.id(row, "id"),
                                row.getLong("epoch"),
                                row.getInt("attempts"),
                                row.getString("traceparent")))
                .optional();
    }

    /// A sign of life and how far the run is; false when it is no longer the worker's.
    public boolean isAlive(Lease lease, Stage stage) {
        return db.sql(
                                """
                                UPDATE run SET stage = :stage, progress_permille = :permille,
                                    rows_per_second = :rowsPerSecond,
                                    lease_until = now() + make_interval(secs => :leaseSeconds)
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND epoch = :epoch AND status = 'running'
                                """)
                        .param("stage", stage.stage)
                        .param("permille", stage.permille)
                        .param("rowsPerSecond", stage.rowsPerSecond)
                        .param("leaseSeconds", Limits.LEASE.toSeconds())
                        .param("workspaceId", lease.workspaceId)
                        .param("id", lease.runId)
                        .param("epoch", lease.epoch)
                        .update()
                == 1;
    }

    /// What a run ends with.
    ///
    /// @param status done or held
    /// @param failure why it is held, as JSON
    public record Ending(
            String status,
            @Nullable String failure,
            int decimals,
            int matches,
            int breaks,
            String totals,
            byte[] digest) {}

    /// Makes the result visible; false when the run is no longer the worker's, and then nothing
    /// that was written with it may stay.
    public boolean finish(Lease lease, Ending ending) {
        return db.sql(
                                """
                                UPDATE run SET status = :status, stage = 'end',
                                    progress_permille = 1000, lease_until = NULL,
                                    finished_at = now(), failure = :failure, decimals = :decimals,
                                    match_count = :matches, break_count = :breaks,
                                    totals = :totals, digest = :digest
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND epoch = :epoch AND status = 'running'
                                """)
                        .param("status", ending.status)
                        .param("failure", ending.failure)
                        .param("decimals", ending.decimals)
                        .param("matches", ending.matches)
                        .param("breaks", ending.breaks)
                        .param("totals", ending.totals)
                        .param("digest", ending.digest)
                        .param("workspaceId", lease.workspaceId)
                        .param("id", lease.runId)
                        .param("epoch", lease.epoch)
                        .update()
                == 1;
    }

    /// Ends a run without a result.
    public boolean fail(Lease lease, String failure) {
        return db.sql(
                                """
                                UPDATE run SET status = 'failed', stage = 'end',
                                    lease_until = NULL, finished_at = now(), failure = :failure
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND epoch = :epoch AND status = 'running'
                                """)
                        .param("failure", failure)
                        .param("workspaceId", lease.workspaceId)
                        .param("id", lease.runId)
                        .param("epoch", lease.epoch)
                        .update()
                == 1;
    }

    /// Gives a run back, for another worker or for later.
    public boolean giveBack(Lease lease) {
        return db.sql(
                                """
                                UPDATE run SET status = 'queued', stage = 'wait',
                                    progress_permille = 0, worker = NULL, lease_until = NULL,
                                    started_at = NULL, attempts = attempts - 1
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND epoch = :epoch AND status = 'running'
                                """)
                        .param("workspaceId", lease.workspaceId)
                        .param("id", lease.runId)
                        .param("epoch", lease.epoch)
                        .update()
                == 1;
    }

    /// Ends the leases of a worker that is known to be dead.
    public int endLeases(String worker) {
        return db.sql(
                        """
                        UPDATE run SET lease_until = now()
                        WHERE worker = :worker AND status = 'running' AND lease_until > now()
                        """)
                .param("worker", worker)
                .update();
    }
}
