package dev.recon.server.run;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which run comes after which: over the same files, or carrying on what another one left.
@Component
public record RunChain(JdbcClient db) {
    private static final int LOCK_SEED = 11;

    /// Lets no other run of the reconciliation get its result until the database transaction ends:
    /// of two that began over the same files before either had one, the second must see the first.
    public void lock(RunRow run) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:reconciliationId, :seed))")
                .param("reconciliationId", run.reconciliationId().toString())
                .param("seed", LOCK_SEED)
                .query((_, _) -> 1)
                .single();
    }

    /// The run before `run` that has a result over the same files, or over those that they were
    /// derived from, behind the same carried lines: their lines kept their numbers.
    public Optional<UUID> findEarlier(RunRow run) {
        return lines(
                        run,
                        """
                        WITH RECURSIVE bases (side, id) AS (
                            VALUES ('left', :leftFile::uuid), ('right', :rightFile::uuid)
                            UNION
                            SELECT b.side, d.base_file_id FROM bases b
                            JOIN derived_file d
                                ON d.workspace_id = :workspaceId AND d.file_id = b.id)
                        SELECT id FROM run
                        WHERE workspace_id = :workspaceId
                            AND reconciliation_id = :reconciliationId
                            AND left_file_id IN (
                                SELECT id FROM bases WHERE side = 'left')
                            AND right_file_id IN (
                                SELECT id FROM bases WHERE side = 'right')
                            AND follows_run_id IS NOT DISTINCT FROM :follows::uuid
                            AND adds_left = :addsLeft AND adds_right = :addsRight
                            AND status = 'done' AND number < :number
                        ORDER BY number DESC LIMIT 1
                        """)
                .param("number", run.number())
                .query(UUID.class)
                .optional();
    }

    /// The number of the newest run with a result over the same lines as `run`, or over files that
    /// were derived from its files.
    public int newestNumberOverSameFiles(RunRow run) {
        return lines(
                        run,
                        """
                        WITH RECURSIVE derived (side, id) AS (
                            VALUES ('left', :leftFile::uuid), ('right', :rightFile::uuid)
                            UNION
                            SELECT b.side, d.file_id FROM derived b
                            JOIN derived_file d
                                ON d.workspace_id = :workspaceId AND d.base_file_id = b.id)
                        SELECT coalesce(max(number), 0) FROM run
                        WHERE workspace_id = :workspaceId
                            AND reconciliation_id = :reconciliationId
                            AND left_file_id IN (
                                SELECT id FROM derived WHERE side = 'left')
                            AND right_file_id IN (
                                SELECT id FROM derived WHERE side = 'right')
                            AND follows_run_id IS NOT DISTINCT FROM :follows::uuid
                            AND adds_left = :addsLeft AND adds_right = :addsRight
                            AND status = 'done'
                        """)
                .query(Integer.class)
                .single();
    }

    /// The number of a run that carries on what `run` left with other lines than `wanted` would;
    /// what people decided there would be lost.
    Optional<Integer> findOtherFollower(RunRow wanted) {
        return lines(
                        wanted,
                        """
                        WITH RECURSIVE bases (side, id) AS (
                            VALUES ('left', :leftFile::uuid), ('right', :rightFile::uuid)
                            UNION
                            SELECT b.side, d.base_file_id FROM bases b
                            JOIN derived_file d
                                ON d.workspace_id = :workspaceId AND d.file_id = b.id)
                        SELECT number FROM run
                        WHERE workspace_id = :workspaceId
                            AND reconciliation_id = :reconciliationId
                            AND follows_run_id = :follows::uuid
                            AND status IN ('queued', 'running', 'done')
                            AND NOT (left_file_id IN (
                                SELECT id FROM bases WHERE side = 'left')
                                AND right_file_id IN (
                                SELECT id FROM bases WHERE side = 'right')
                                AND adds_left = :addsLeft AND adds_right = :addsRight)
                        ORDER BY number DESC LIMIT 1
                        """)
                .query(Integer.class)
                .optional();
    }

    /// The newest run with a result that carries on what a run left.
    public Optional<UUID> findFollower(UUID workspaceId, UUID runId) {
        return db.sql(
                        """
                        SELECT id FROM run
                        WHERE workspace_id = :workspaceId AND follows_run_id = :runId
                            AND status = 'done'
                        ORDER BY number DESC LIMIT 1
                        """)
                .param("workspaceId", workspaceId)
                .param("runId", runId)
                .query(UUID.class)
                .optional();
    }

    private JdbcClient.StatementSpec lines(RunRow run, String sql) {
        RunRow.Follows follows = run.follows();
        return db.sql(sql)
                .param("workspaceId", run.workspaceId())
                .param("reconciliationId", run.reconciliationId())
                .param("leftFile", run.left().id())
                .param("rightFile", run.right().id())
                .param("follows", follows == null ? null : follows.run())
                .param("addsLeft", follows == null || follows.addsLeft())
                .param("addsRight", follows == null || follows.addsRight());
    }
}
