package dev.recon.server.figure;

import dev.recon.server.platform.Actor;
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
}
