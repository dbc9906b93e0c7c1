package dev.recon.server.audit;

import dev.recon.engine.evidence.ChainEvent;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads chains as they are kept, and keeps what their verification found.
@Component
record ChainStore(JdbcClient db) {
    /// Where a chain ends.
    record Head(long number, String hash) {}

    /// Where the chain of a workspace ends, as its head says.
    Head head(UUID workspaceId) {
        return db.sql("SELECT number, hash FROM audit_head WHERE workspace_id = :workspaceId")
                .param("workspaceId", workspaceId)
                .query((row, _) -> new Head(row.getLong("number"), Hex.of(Rows.bytes(row, "hash"))))
                .single();
    }

    /// The next events from a number on, as many as are read at once.
    List<ChainEvent> list(UUID workspaceId, long from) {
        return db.sql(
                        """
                        SELECT workspace_id, number, at, person_id, action, object_type, object_id,
                            details, previous_hash, hash
                        FROM audit_event
                        WHERE workspace_id = :workspaceId AND number >= :from
                        ORDER BY number LIMIT :limit
                        """)
                .param("workspaceId", workspaceId)
                .param("from", from)
                .param("limit", Limits.AUDIT_ROWS)
                .query(ChainStore::toEvent)
                .list();
    }

    /// Keeps what a verification found.
    void add(UUID workspaceId, AuditCheck check) {
        AuditCheck.Fault fault = check.fault();
        db.sql(
                        """
                        INSERT INTO audit_check (workspace_id, id, at, number, hash,
                            fault_number, fault_found, fault_expected)
                        VALUES (:workspaceId, :id, :at, :number, :hash,
                            :faultNumber, :found, :expected)
                        """)
                .param("workspaceId", workspaceId)
                .param("id", Ids.next())
                .param("at", Rows.at(check.at()))
                .param("number", check.number())
                .param("hash", HexFormat.of().parseHex(check.hash()))
                .param("faultNumber", fault == null ? null : fault.number())
                .param("found", fault == null ? null : fault.found())
                .param("expected", fault == null ? null : fault.expected())
                .update();
    }

    /// The last verification, if there was one.
    Optional<AuditCheck> findLast(UUID workspaceId) {
        return db.sql(
                        """
                        SELECT at, number, hash, fault_number, fault_found, fault_expected
                        FROM audit_check
                        WHERE workspace_id = :workspaceId
                        ORDER BY id DESC LIMIT 1
                        """)
                .param("workspaceId", workspaceId)
                .query(ChainStore::toCheck)
                .optional();
    }

    private static AuditCheck toCheck(ResultSet row, int index) throws SQLException {
        Long number = Rows.findLong(row, "fault_number");
        AuditCheck.Fault fault =
                number == null
                        ? null
                        : new AuditCheck.Fault(
                                number,
                                Rows.text(row, "fault_found"),
                                Rows.text(row, "fault_expected"));
        return new AuditCheck(
                Rows.time(row, "at"),
                fault == null,
                row.getLong("number"),
                Hex.of(Rows.bytes(row, "hash")),
                fault);
    }

    private static ChainEvent toEvent(ResultSet row, int index) throws SQLException {
        Map<String, Object> said =
                Map.of(
                        "workspace", Rows.text(row, "workspace_id"),
                        "number", row.getLong("number"),
                        "at", Rows.time(row, "at").toString(),
                        "by", Rows.text(row, "person_id"),
                        "action", Rows.text(row, "action"),
                        "objectType", Rows.text(row, "object_type"),
                        "objectId", Rows.text(row, "object_id"));
        return ChainEvent.stored(
                said,
                Rows.text(row, "details"),
                Hex.of(Rows.bytes(row, "previous_hash")),
                Hex.of(Rows.bytes(row, "hash")));
    }
}
