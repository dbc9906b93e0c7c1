package dev.recon.server.run;

import dev.recon.server.file.FileRef;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import dev.recon.server.reconciliation.RunBrief;
import dev.recon.server.trace.Trace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The runs in the database, as people see them; [RunQueue] is the worker's side.
@Component
public record RunStore(JdbcClient db) {
    /// A place in the queue.
    record Queued(
            UUID id,
            UUID reconciliationId,
            int number,
            int ruleSet,
            UUID leftFile,
            UUID rightFile,
            RunRow.@Nullable Follows follows) {}

    void add(Actor actor, Queued queued) {
        db.sql(
                        """
                        INSERT INTO run (workspace_id, id, reconciliation_id, number,
                            rule_set_version, left_file_id, right_file_id, status, stage,
                            created_at, created_by, traceparent, follows_run_id, adds_left,
                            adds_right)
                        VALUES (:workspaceId, :id, :reconciliationId, :number,
                            :ruleSet, :leftFile, :rightFile, 'queued', 'wait',
                            now(), :createdBy, :traceparent, :follows, :addsLeft, :addsRight)
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", queued.id)
                .param("reconciliationId", queued.reconciliationId)
                .param("number", queued.number)
                .param("ruleSet", queued.ruleSet)
                .param("leftFile", queued.leftFile)
                .param("rightFile", queued.rightFile)
                .param("createdBy", actor.person().id())
                .param("traceparent", Trace.parent().orElse(null))
                .param("follows", queued.follows == null ? null : queued.follows.run())
                .param("addsLeft", queued.follows == null || queued.follows.addsLeft())
                .param("addsRight", queued.follows == null || queued.follows.addsRight())
                .update();
    }

    /// How often somebody decided something about a run, or undid it: it only grows.
    public int decisions(UUID workspaceId, UUID id) {
        return db.sql(
                        """
                        SELECT r.decision_count + (
                            SELECT count(*) FROM decision d
                            WHERE d.workspace_id = r.workspace_id AND d.run_id = r.id
                                AND d.undone_at IS NOT NULL)
                        FROM run r
                        WHERE r.workspace_id = :workspaceId AND r.id = :id
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /// One run of the workspace.
    public Optional<RunRow> find(UUID workspaceId, UUID id) {
        return db.sql(
                        """
                        SELECT * FROM run_row r
                        WHERE r.workspace_id = :workspaceId AND r.id = :id
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .query(RunStore::toRow)
                .optional();
    }

    /// The runs that carry on what a run left, each what the one before it left, up to `max`.
    public List<RunRow> listFollowers(RunRow run, int max) {
        return db.sql(
                        """
                        WITH RECURSIVE later AS (
                            SELECT r.*, 1 AS place FROM run_row r
                            WHERE r.workspace_id = :workspaceId AND r.id = :follower
                            UNION ALL
                            SELECT r.*, later.place + 1 FROM later
                            JOIN run_row r ON r.workspace_id = :workspaceId
                                AND r.id = later.follower_id
                            WHERE later.place < :max)
                        SELECT * FROM later ORDER BY place
                        """)
                .param("workspaceId", run.workspaceId())
                .param("follower", run.follower())
                .param("max", max)
                .query(RunStore::toRow)
                .list();
    }

    /// Runs of a reconciliation, newest first.
    Page<RunRow> list(Actor actor, UUID reconciliationId, Paging paging) {
        List<RunRow> found =
                db.sql(
                                """
                                SELECT * FROM run_row r
                                WHERE r.workspace_id = :workspaceId
                                    AND r.reconciliation_id = :reconciliationId
                                    AND r.number < :before
                                ORDER BY r.number DESC LIMIT :limit
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("reconciliationId", reconciliationId)
                        .param(
                                "before",
                                paging.cursor().map(at -> at.number(0)).orElse(Long.MAX_VALUE))
                        .param("limit", paging.rows())
                        .query(RunStore::toRow)
                        .list();
        return Page.of(found, paging, row -> Cursor.of(row.number()));
    }

    /// A run as a list of reconciliations shows it.
    ///
    /// @param totals what it found, as JSON; null while there is no result
    record Newest(UUID reconciliationId, RunBrief run, @Nullable String totals) {}

    /// Of each of the reconciliations the newest run, and the newest that has a result.
    List<Newest> listNewest(Actor actor, Collection<UUID> reconciliationIds) {
        return db.sql(
                        """
                        SELECT reconciliation_id, id, number, status, created_at, finished_at,
                            totals
                        FROM run
                        WHERE workspace_id = :workspaceId AND id = ANY (ARRAY(
                            SELECT newest.id FROM unnest(:reconciliationIds::uuid[]) AS wanted (id)
                            CROSS JOIN LATERAL (
                                (SELECT id FROM run
                                    WHERE workspace_id = :workspaceId
                                        AND reconciliation_id = wanted.id
                                    ORDER BY number DESC LIMIT 1)
                                UNION
                                (SELECT id FROM run
                                    WHERE workspace_id = :workspaceId
                                        AND reconciliation_id = wanted.id AND status = 'done'
                                    ORDER BY number DESC LIMIT 1)) newest))
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("reconciliationIds", reconciliationIds.toArray(UUID[]::new))
                .query((row, _) ->
                        new Newest(
                                Rows.id(row, "reconciliation_id"),
                                new RunBrief(
                                        Rows.id(row, "id"),
                                        row.getInt("number"),
                                        Rows.text(row, "status"),
                                        Rows.time(row, "created_at"),
                                        Rows.findTime(row, "finished_at")),
                                Rows.findText(row, "totals")))
                .list();
    }

    /// A run of whatever workspace.
    public record Place(UUID workspaceId, UUID id) {}

    /// The newest results of those reconciliations, of all workspaces, that ran last, the latest
    /// first.
    public List<Place> listNewestResults(int days, int max) {
        return db.sql(
                        """
                        SELECT workspace_id, id FROM (
                            SELECT DISTINCT ON (workspace_id, reconciliation_id)
                                workspace_id, id, finished_at
                            FROM run WHERE status = 'done'
                            ORDER BY workspace_id, reconciliation_id, number DESC) newest
                        WHERE finished_at > now() - make_interval(days => :days)
                        ORDER BY finished_at DESC LIMIT :max
                        """)
                .param("days", days)
                .param("max", max)
                .query((row, _) -> new Place(Rows.id(row, "workspace_id"), Rows.id(row, "id")))
                .list();
    }

    /// Locks a run until the database transaction ends: decisions on one run are made one after the
    /// other.
    public void lock(UUID workspaceId, UUID id) {
        db.sql("SELECT id FROM run WHERE workspace_id = :workspaceId AND id = :id FOR UPDATE")
                .param("workspaceId", workspaceId)
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /// What is counted from 1 within a run.
    public enum Counter {
        MATCH,
        BREAK,
        DECISION
    }

    /// Takes the next number.
    public int next(RunRow run, Counter counter) {
        return db.sql(
                        """
                        UPDATE run SET
                            match_count =
                                match_count + CASE WHEN :counter = 'MATCH' THEN 1 ELSE 0 END,
                            break_count =
                                break_count + CASE WHEN :counter = 'BREAK' THEN 1 ELSE 0 END,
                            decision_count =
                                decision_count + CASE WHEN :counter = 'DECISION' THEN 1 ELSE 0 END
                        WHERE workspace_id = :workspaceId AND id = :id
                        RETURNING CASE :counter WHEN 'MATCH' THEN match_count
                            WHEN 'BREAK' THEN break_count ELSE decision_count END
                        """)
                .param("workspaceId", run.workspaceId())
                .param("id", run.id())
                .param("counter", counter.name())
                .query(Integer.class)
                .single();
    }

    /// Cancels a run that has not ended; its worker may no longer write. False when it has ended.
    boolean cancel(Actor actor, UUID id) {
        return db.sql(
                                """
                                UPDATE run SET status = 'cancelled', stage = 'end',
                                    epoch = epoch + 1, lease_until = NULL, finished_at = now()
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND status IN ('queued', 'running')
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static RunRow toRow(ResultSet row, int index) throws SQLException {
        byte[] digest = row.getBytes("digest");
        return new RunRow(
                Rows.id(row, "workspace_id"),
                Rows.id(row, "id"),
                Rows.id(row, "reconciliation_id"),
                Rows.text(row, "reconciliation_name"),
                row.getInt("number"),
                row.getInt("rule_set_version"),
                file(row, "left"),
                file(row, "right"),
                follows(row),
                Rows.findId(row, "follower_id"),
                Rows.text(row, "status"),
                Rows.text(row, "stage"),
                row.getInt("progress_permille"),
                Rows.findLong(row, "rows_per_second"),
                row.getLong("epoch"),
                Rows.time(row, "created_at"),
                new Person(Rows.id(row, "created_by"), Rows.text(row, "person_name")),
                Rows.findTime(row, "started_at"),
                Rows.findTime(row, "finished_at"),
                Rows.findText(row, "failure"),
                row.getInt("decimals"),
                row.getInt("match_count"),
                Rows.findText(row, "totals"),
                digest == null ? null : Hex.of(digest));
    }

    private static RunRow.@Nullable Follows follows(ResultSet row) throws SQLException {
        UUID followed = Rows.findId(row, "follows_run_id");
        return followed == null
                ? null
                : new RunRow.Follows(
                        followed,
                        row.getInt("follows_number"),
                        row.getBoolean("adds_left"),
                        row.getBoolean("adds_right"));
    }

    private static FileRef file(ResultSet row, String side) throws SQLException {
        return new FileRef(
                Rows.id(row, side + "_file_id"),
                Rows.text(row, side + "_name"),
                row.getLong(side + "_bytes"),
                Hex.of(Rows.bytes(row, side + "_sha256")));
    }
}
