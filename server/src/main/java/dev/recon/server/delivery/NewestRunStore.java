package dev.recon.server.delivery;

import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which reconciliations run by themselves, and with what they last did.
@Component
record NewestRunStore(JdbcClient db) {
    /// Reconciliations that are looked at at once.
    private static final int DUE_MAX = 20;

    /// A reconciliation whose sources both have delivered something new.
    ///
    /// @param by in whose name it runs
    record Due(UUID workspaceId, UUID reconciliationId, Person by, int left, int right) {}

    /// Those that are due, in all workspaces; each carries its own `workspaceId`.
    List<Due> findDue() {
        return db.sql(
                        """
                        SELECT r.workspace_id, r.id, r.sources_set_by, p.name AS person_name,
                            l.taken AS left_now, t.taken AS right_now
                        FROM reconciliation r
                        JOIN person p ON p.workspace_id = r.workspace_id
                            AND p.id = r.sources_set_by
                        CROSS JOIN LATERAL (
                            SELECT count(*)::int AS taken FROM delivery d
                            WHERE d.workspace_id = r.workspace_id
                                AND d.source_id = r.left_source_id AND d.state = 'taken') l
                        CROSS JOIN LATERAL (
                            SELECT count(*)::int AS taken FROM delivery d
                            WHERE d.workspace_id = r.workspace_id
                                AND d.source_id = r.right_source_id AND d.state = 'taken') t
                        WHERE r.runs_by_itself AND l.taken > r.left_taken
                            AND t.taken > r.right_taken
                        ORDER BY r.workspace_id, r.id LIMIT :limit
                        """)
                .param("limit", DUE_MAX)
                .query((row, _) ->
                        new Due(
                                Rows.id(row, "workspace_id"),
                                Rows.id(row, "id"),
                                new Person(
                                        Rows.id(row, "sources_set_by"),
                                        Rows.text(row, "person_name")),
                                row.getInt("left_now"),
                                row.getInt("right_now")))
                .list();
    }

    /// Notes that it runs with these deliveries; false when another server was faster.
    boolean claim(Due due) {
        return db.sql(
                                """
                                UPDATE reconciliation SET left_taken = :left, right_taken = :right
                                WHERE workspace_id = :workspaceId AND id = :id AND runs_by_itself
                                    AND left_taken < :left AND right_taken < :right
                                """)
                        .param("left", due.left)
                        .param("right", due.right)
                        .param("workspaceId", due.workspaceId)
                        .param("id", due.reconciliationId)
                        .update()
                == 1;
    }
}
