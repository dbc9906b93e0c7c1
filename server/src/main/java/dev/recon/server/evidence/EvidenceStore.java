package dev.recon.server.evidence;

import dev.recon.server.platform.Rows;
import dev.recon.server.run.RunRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what a pack of evidence is made of.
@Component
record EvidenceStore(JdbcClient db) {
    /// The first event about what the run was made of: its files, its rule set, itself.
    long firstEvent(RunRow run) {
        return db.sql(
                        """
                        SELECT coalesce(min(number), 1) FROM audit_event
                        WHERE workspace_id = :workspaceId
                            AND object_type IN ('file', 'reconciliation', 'run')
                            AND object_id IN (:left, :right, :reconciliation, :run)
                        """)
                .param("workspaceId", run.workspaceId())
                .param("left", run.left().id().toString())
                .param("right", run.right().id().toString())
                .param("reconciliation", run.reconciliationId().toString())
                .param("run", run.id().toString())
                .query(Long.class)
                .single();
    }

    /// Gives the decisions of a run in their order, one by one.
    void eachDecision(RunRow run, Consumer<Map<String, @Nullable Object>> target) {
        db.sql(
                        """
                        SELECT d.*, p.name AS person_name, a.name AS approved_name
                        FROM decision d
                        JOIN person p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
                        LEFT JOIN person a ON a.workspace_id = d.workspace_id
                            AND a.id = d.approved_by
                        WHERE d.workspace_id = :workspaceId AND d.run_id = :runId
                        ORDER BY d.number
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((ResultSet row) -> target.accept(toFields(row)));
    }

    private static Map<String, @Nullable Object> toFields(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("id", Rows.text(row, "id"));
        fields.put("number", row.getInt("number"));
        fields.put("kind", Rows.text(row, "kind"));
        fields.put("person", Rows.text(row, "person_id"));
        fields.put("personName", Rows.text(row, "person_name"));
        fields.put("at", Rows.time(row, "at").toString());
        fields.put("match", Rows.findInt(row, "match_number"));
        fields.put("left", Rows.ints(row, "left_lines"));
        fields.put("right", Rows.ints(row, "right_lines"));
        fields.put("breaks", Rows.ints(row, "breaks"));
        fields.put("text", Rows.findText(row, "note"));
        fields.put("carriedFrom", text(Rows.findId(row, "carried_from")));
        fields.put("undoneBy", text(Rows.findId(row, "undone_by")));
        Instant undoneAt = Rows.findTime(row, "undone_at");
        fields.put("undoneAt", undoneAt == null ? null : undoneAt.toString());
        putIfThere(fields, "approvedBy", text(Rows.findId(row, "approved_by")));
        putIfThere(fields, "approvedByName", Rows.findText(row, "approved_name"));
        putIfThere(fields, "undoApprovedBy", text(Rows.findId(row, "undo_approved_by")));
        return fields;
    }

    /// Where nobody had to approve anything, a pack says nothing of it.
    private static void putIfThere(
            Map<String, @Nullable Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
