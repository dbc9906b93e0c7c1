package dev.recon.server.comparison;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The comparisons in the database, as people see them; [ComparisonQueue] is the worker's side.
@Component
record ComparisonStore(JdbcClient db, JsonMapper json) {
    /// How many comparisons of a reconciliation are kept.
    private static final int KEPT = 20;

    void add(Actor actor, ComparisonRow wanted) {
        db.sql(
                        """
                        INSERT INTO comparison (workspace_id, id, reconciliation_id, run_id,
                            before_version, after_version, rules, status, created_at, created_by)
                        VALUES (:workspaceId, :id, :reconciliationId, :runId,
                            :before, :after, :rules, 'queued', now(), :createdBy)
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", wanted.id())
                .param("reconciliationId", wanted.reconciliationId())
                .param("runId", wanted.runId())
                .param("before", wanted.before())
                .param("after", wanted.after())
                .param("rules", wanted.rules())
                .param("createdBy", actor.person().id())
                .update();
    }

    /// Drops what is old: a comparison can be made again at any time.
    void dropOld(Actor actor, UUID reconciliationId) {
        db.sql(
                        """
                        DELETE FROM comparison
                        WHERE workspace_id = :workspaceId AND id IN (
                            SELECT id FROM comparison
                            WHERE workspace_id = :workspaceId
                                AND reconciliation_id = :reconciliationId
                                AND status NOT IN ('queued', 'running')
                            ORDER BY created_at DESC OFFSET :kept)
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("reconciliationId", reconciliationId)
                .param("kept", KEPT)
                .update();
    }

    Optional<ComparisonRow> find(UUID workspaceId, UUID id) {
        return db.sql(
                        """
                        SELECT c.*, r.number AS run_number, p.name AS person_name
                        FROM comparison c
                        JOIN run r ON r.workspace_id = c.workspace_id AND r.id = c.run_id
                        JOIN person p ON p.workspace_id = c.workspace_id AND p.id = c.created_by
                        WHERE c.workspace_id = :workspaceId AND c.id = :id
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .query(ComparisonStore::toRow)
                .optional();
    }

    /// Comparisons of a reconciliation, newest first.
    List<ComparisonRow> list(Actor actor, UUID reconciliationId) {
        return db.sql(
                        """
                        SELECT c.*, r.number AS run_number, p.name AS person_name
                        FROM comparison c
                        JOIN run r ON r.workspace_id = c.workspace_id AND r.id = c.run_id
                        JOIN person p ON p.workspace_id = c.workspace_id AND p.id = c.created_by
                        WHERE c.workspace_id = :workspaceId
                            AND c.reconciliation_id = :reconciliationId
                        ORDER BY c.created_at DESC LIMIT :kept
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("reconciliationId", reconciliationId)
                .param("kept", KEPT)
                .query(ComparisonStore::toRow)
                .list();
    }

    /// Cancels a comparison that has not ended; false when it has.
    boolean cancel(Actor actor, UUID id) {
        return db.sql(
                                """
                                UPDATE comparison SET status = 'cancelled', epoch = epoch + 1,
                                    lease_until = NULL, finished_at = now()
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND status IN ('queued', 'running')
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("id", id)
                        .update()
                == 1;
    }

    /// A page of the lines that change.
    Page<Comparison.Line> lines(ComparisonRow of, LineFilter filter, Paging paging) {
        List<Comparison.Line> found =
                db.sql(
                                """
                                SELECT * FROM comparison_change
                                WHERE workspace_id = :workspaceId AND comparison_id = :id
                                    AND (:change::text IS NULL OR change = :change)
                                    AND (:side::text IS NULL OR side = :side)
                                    AND (:currency::text IS NULL OR currency = :currency)
                                    AND (:pattern = '%' OR words LIKE :pattern)
                                    AND number > :after
                                ORDER BY number LIMIT :limit
                                """)
                        .param("workspaceId", of.workspaceId())
                        .param("id", of.id())
                        .param("change", filter.change())
                        .param("side", filter.side())
                        .param("currency", filter.currency())
                        .param("pattern", filter.pattern())
                        .param("after", paging.cursor().map(at -> at.number(0)).orElse(0L))
                        .param("limit", paging.rows())
                        .query(this::toLine)
                        .list();
        return Page.of(found, paging, line -> Cursor.of(line.number()));
    }

    private Comparison.Line toLine(ResultSet row, int index) throws SQLException {
        return new Comparison.Line(
                row.getInt("number"),
                Rows.text(row, "change"),
                Rows.text(row, "side"),
                row.getInt("line"),
                Rows.findDate(row, "date"),
                Rows.findText(row, "reference"),
                Rows.findText(row, "party"),
                json.readValue(Rows.text(row, "before"), Comparison.Where.class),
                json.readValue(Rows.text(row, "after"), Comparison.Where.class));
    }

    private static ComparisonRow toRow(ResultSet row, int index) throws SQLException {
        return new ComparisonRow(
                Rows.id(row, "workspace_id"),
                Rows.id(row, "id"),
                Rows.id(row, "reconciliation_id"),
                Rows.id(row, "run_id"),
                row.getInt("run_number"),
                row.getInt("before_version"),
                Rows.findInt(row, "after_version"),
                Rows.text(row, "rules"),
                Rows.text(row, "status"),
                row.getInt("progress_permille"),
                Rows.time(row, "created_at"),
                new Person(Rows.id(row, "created_by"), Rows.text(row, "person_name")),
                Rows.findTime(row, "finished_at"),
                Rows.findText(row, "failure"),
                Rows.findText(row, "totals"));
    }
}
