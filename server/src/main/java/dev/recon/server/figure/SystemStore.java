package dev.recon.server.figure;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the database says of itself, and of the runs of one workspace.
@Component
record SystemStore(JdbcClient db) {
    record Runs(long queued, long running) {}

    String databaseVersion() {
        return db.sql("SHOW server_version").query(String.class).single();
    }

    Runs runs(Actor actor) {
        return db.sql(
                        """
                        SELECT count(*) FILTER (WHERE status = 'queued') AS queued,
                            count(*) FILTER (WHERE status = 'running') AS running
                        FROM run
                        WHERE workspace_id = :workspaceId AND status IN ('queued', 'running')
                        """)
                .param("workspaceId", actor.workspaceId())
                .query((row, _) -> new Runs(row.getLong("queued"), row.getLong("running")))
                .single();
    }

    /// One running server.
    ///
    /// @param role all, web or worker
    record RunningServer(String role, int poolSize, Instant startedAt, Instant seenAt) {}

    /// The servers that gave a sign of life lately, the oldest first.
    List<RunningServer> processes() {
        return db.sql(
                        """
                        SELECT role, pool_size, started_at, seen_at FROM server_process
                        WHERE seen_at > now() - make_interval(secs => :seconds)
                        ORDER BY started_at, id
                        """)
                .param("seconds", Limits.PROCESS_LIVES.toSeconds())
                .query((row, _) ->
                        new RunningServer(
                                Rows.text(row, "role"),
                                row.getInt("pool_size"),
                                Rows.time(row, "started_at"),
                                Rows.time(row, "seen_at")))
                .list();
    }

    /// How old the newest success of a kind of backup is.
    Optional<Duration> backupAge(String kind) {
        return db.sql(
                        """
                        SELECT extract(epoch FROM now() - finished_at) FROM backup_run
                        WHERE kind = :kind ORDER BY finished_at DESC LIMIT 1
                        """)
                .param("kind", kind)
                .query((row, _) -> Duration.ofSeconds(row.getLong(1)))
                .optional();
    }

    /// What the last verification of the workspace's chain said.
    Optional<Boolean> historyHolds(Actor actor) {
        return db.sql(
                        """
                        SELECT fault_number IS NULL FROM audit_check
                        WHERE workspace_id = :workspaceId ORDER BY id DESC LIMIT 1
                        """)
                .param("workspaceId", actor.workspaceId())
                .query(Boolean.class)
                .optional();
    }
}
