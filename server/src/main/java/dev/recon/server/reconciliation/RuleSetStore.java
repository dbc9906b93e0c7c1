package dev.recon.server.reconciliation;

import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The versions of the rule sets in the database.
@Component
public record RuleSetStore(JdbcClient db) {
    void add(UUID workspaceId, RuleSetVersion added) {
        db.sql(
                        """
                        INSERT INTO rule_set (workspace_id, reconciliation_id, version, rules,
                            sha256, created_at, created_by)
                        VALUES (:workspaceId, :reconciliationId, :version, :rules,
                            :sha256, :createdAt, :createdBy)
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", added.reconciliationId())
                .param("version", added.version())
                .param("rules", added.rules())
                .param("sha256", HexFormat.of().parseHex(added.sha256()))
                .param("createdAt", Rows.at(added.createdAt()))
                .param("createdBy", added.createdBy().id())
                .update();
    }

    /// One version.
    public Optional<RuleSetVersion> find(UUID workspaceId, UUID reconciliationId, int version) {
        return db.sql(
                        """
                        SELECT r.*, p.name AS person_name
                        FROM rule_set r
                        JOIN person p ON p.workspace_id = r.workspace_id AND p.id = r.created_by
                        WHERE r.workspace_id = :workspaceId
                            AND r.reconciliation_id = :reconciliationId AND r.version = :version
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .param("version", version)
                .query(RuleSetStore::toVersion)
                .optional();
    }

    /// Versions, newest first.
    Page<RuleSetVersion> list(UUID workspaceId, UUID reconciliationId, Paging paging) {
        List<RuleSetVersion> found =
                db.sql(
                                """
                                SELECT r.*, p.name AS person_name
                                FROM rule_set r
                                JOIN person p ON p.workspace_id = r.workspace_id
                                    AND p.id = r.created_by
                                WHERE r.workspace_id = :workspaceId
                                    AND r.reconciliation_id = :reconciliationId
                                    AND r.version < :before
                                ORDER BY r.version DESC LIMIT :limit
                                """)
                        .param("workspaceId", workspaceId)
                        .param("reconciliationId", reconciliationId)
                        .param(
                                "before",
                                paging.cursor().map(at -> at.number(0)).orElse(Long.MAX_VALUE))
                        .param("limit", paging.rows())
                        .query(RuleSetStore::toVersion)
                        .list();
        return Page.of(found, paging, one -> Cursor.of(one.version()));
    }

    private static RuleSetVersion toVersion(ResultSet row, int index) throws SQLException {
        return new RuleSetVersion(
                Rows.id(row, "reconciliation_id"),
                row.getInt("version"),
                Rows.text(row, "rules"),
                Hex.of(Rows.bytes(row, "sha256")),
                Rows.time(row, "created_at"),
                new Person(Rows.id(row, "created_by"), Rows.text(row, "person_name")));
    }
}
