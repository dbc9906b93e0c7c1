package dev.recon.server.run;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which run takes the decisions of which one over just now, with nobody deciding meanwhile.
@Component
public record HandoverStore(JdbcClient db) {
    /// How often people have decided something about a run, or undone it; what they wrote about its
    /// breaks does not count. It only grows.
    public int moves(UUID workspaceId, UUID runId) {
        return db.sql(
                        """
                        SELECT count(*) + count(undone_at) FROM decision
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND kind <> 'comment'
                        """)
                .param("workspaceId", workspaceId)
                .param("runId", runId)
                .query(Integer.class)
                .single();
    }

    /// From now on nobody decides in a run until the other one has ended, or its worker is gone.
    /// Who calls holds the lock on the first.
    public void begin(RunRow to, UUID from) {
        db.sql(
                        """
                        INSERT INTO run_handover (workspace_id, from_run_id, to_run_id)
                        VALUES (:workspaceId, :from, :to)
                        ON CONFLICT (workspace_id, from_run_id, to_run_id) DO NOTHING
                        """)
                .param("workspaceId", to.workspaceId())
                .param("from", from)
                .param("to", to.id())
                .update();
    }

    /// The number of a run that takes the decisions of this one over just now.
    public Optional<Integer> findTaking(UUID workspaceId, UUID runId) {
        return db.sql(
                        """
                        SELECT r.number FROM run_handover h
                        JOIN run r ON r.workspace_id = h.workspace_id AND r.id = h.to_run_id
                        WHERE h.workspace_id = :workspaceId AND h.from_run_id = :runId
                            AND r.status = 'running' AND r.lease_until > now()
                        ORDER BY r.number DESC LIMIT 1
                        """)
                .param("workspaceId", workspaceId)
                .param("runId", runId)
                .query(Integer.class)
                .optional();
    }
}
