package dev.recon.server.audit;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditEvent.Place;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// The history in the database.
@Component
public record AuditStore(JdbcClient db, JsonMapper json) {
    private record Head(long number, byte[] hash) {}

    /// Adds an event in the database transaction of the change itself. The lock on the chain's head
    /// is held until that ends, so events stand in the order in which changes took effect.
    public void append(Actor actor, Deed deed) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit event without the change it tells of");
        }
        Head head =
                db.sql(
                                """
                                SELECT number, hash FROM audit_head
                                WHERE workspace_id = :workspaceId FOR UPDATE
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .query((row, _) -> new Head(row.getLong("number"), Rows.bytes(row, "hash")))
                        .single();
        OffsetDateTime at = Rows.now();
        Place place = new Place(head.number + 1, at.toInstant(), head.hash);
        byte[] hash = AuditEvent.hash(actor, deed, place);
        insert(actor, deed, place, hash);
        db.sql(
                        """
                        UPDATE audit_head SET number = :number, hash = :hash
                        WHERE workspace_id = :workspaceId
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("number", place.number())
                .param("hash", hash)
                .update();
    }

    private void insert(Actor actor, Deed deed, Place place, byte[] hash) {
        db.sql(
                        """
                        INSERT INTO audit_event (workspace_id, number, at, person_id, action,
                            object_type, object_id, details, previous_hash, hash)
                        VALUES (:workspaceId, :number, :at, :personId, :action,
                            :objectType, :objectId, :details, :previousHash, :hash)
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("number", place.number())
                .param("at", Rows.at(place.at()))
                .param("personId", actor.person().id())
                .param("action", deed.action())
                .param("objectType", deed.objectType())
                .param("objectId", deed.objectId())
                .param("details", CanonicalJson.of(deed.details()))
                .param("previousHash", place.previousHash())
                .param("hash", hash)
                .update();
    }

    /// Events, newest first; of one type of object or of one object where those are given.
    public Page<AuditEvent> find(
            Actor actor, @Nullable String objectType, @Nullable String objectId, Paging paging) {
        List<AuditEvent> found =
                db.sql(
                                """
                                SELECT e.*, p.name AS person_name
                                FROM audit_event e
                                JOIN person p ON p.workspace_id = e.workspace_id
                                    AND p.id = e.person_id
                                WHERE e.workspace_id = :workspaceId AND e.number < :before
                                    AND (:objectType::text IS NULL OR e.object_type = :objectType)
                                    AND (:objectId::text IS NULL OR e.object_id = :objectId)
                                ORDER BY e.number DESC LIMIT :limit
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param(
                                "before",
                                paging.cursor().map(at -> at.number(0)).orElse(Long.MAX_VALUE))
                        .param("objectType", objectType)
                        .param("objectId", objectId)
                        .param("limit", paging.rows())
                        .query(this::toEvent)
                        .list();
        return Page.of(found, paging, event -> Cursor.of(event.number()));
    }

    private AuditEvent toEvent(ResultSet row, int index) throws SQLException {
        return new AuditEvent(
                row.getLong("number"),
                Rows.time(row, "at"),
                new Person(Rows.id(row, "person_id"), Rows.text(row, "person_name")),
                Rows.text(row, "action"),
                Rows.text(row, "object_type"),
                Rows.text(row, "object_id"),
                json.readTree(Rows.text(row, "details")),
                Hex.of(Rows.bytes(row, "previous_hash")),
                Hex.of(Rows.bytes(row, "hash")));
    }
}
