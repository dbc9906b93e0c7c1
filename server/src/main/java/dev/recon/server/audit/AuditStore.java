package dev.recon.server.audit;

import dev.recon.engine.evidence.CanonicalJson;
import dev.recon.engine.evidence.ChainEvent;
import dev.recon.engine.evidence.MerkleTree;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditEvent.Place;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.AfterCommit;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import dev.recon.server.trace.Dataset;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// The history in the database.
@Component
public record AuditStore(JdbcClient db, JsonMapper json) {
    /// Each event with the one row that it is about, whose name is read as it is today: the event
    /// itself keeps ids, which do not change. Of other objects an id may be no UUID.
    private static final String FIND =
            """
            SELECT e.*, p.name AS person_name,
                COALESCE('run #' || run.number, source.name, file.name, about.name, api_key.name,
                    workspace.name, reconciliation.name) AS object_name,
                reconciliation.id AS reconciliation_id,
                reconciliation.name AS reconciliation_name
            FROM audit_event e
            JOIN person p ON p.workspace_id = e.workspace_id AND p.id = e.person_id
            LEFT JOIN run ON run.workspace_id = e.workspace_id
                AND run.id = CASE WHEN e.object_type = 'run' THEN e.object_id::uuid END
            LEFT JOIN source ON source.workspace_id = e.workspace_id
                AND source.id = CASE WHEN e.object_type = 'source' THEN e.object_id::uuid END
            LEFT JOIN file ON file.workspace_id = e.workspace_id
                AND file.id = CASE WHEN e.object_type = 'file' THEN e.object_id::uuid END
            LEFT JOIN person about ON about.workspace_id = e.workspace_id
                AND about.id = CASE WHEN e.object_type = 'person' THEN e.object_id::uuid END
            LEFT JOIN api_key ON api_key.workspace_id = e.workspace_id
                AND api_key.id = CASE WHEN e.object_type = 'api-key' THEN e.object_id::uuid END
            LEFT JOIN workspace ON workspace.id =
                CASE WHEN e.object_type = 'workspace' THEN e.object_id::uuid END
            LEFT JOIN comparison ON comparison.workspace_id = e.workspace_id
                AND comparison.id =
                    CASE WHEN e.object_type = 'comparison' THEN e.object_id::uuid END
            LEFT JOIN reconciliation ON reconciliation.workspace_id = e.workspace_id
                AND reconciliation.id = COALESCE(run.reconciliation_id,
                    comparison.reconciliation_id,
                    CASE WHEN e.object_type = 'reconciliation' THEN e.object_id::uuid END)
            WHERE e.workspace_id = :workspaceId AND e.number < :before
                AND (:objectType::text IS NULL OR e.object_type = :objectType)
                AND (:objectId::text IS NULL OR e.object_id = :objectId)
                AND (:action::text IS NULL OR e.action = :action)
                AND (:person::uuid IS NULL OR e.person_id = :person)
                AND (:from::timestamptz IS NULL OR e.at >= :from)
                AND (:to::timestamptz IS NULL OR e.at < :to)
            ORDER BY e.number DESC LIMIT :limit
            """;

    private static final Logger LOG = LoggerFactory.getLogger(AuditStore.class);

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
        byte[] hash = ChainEvent.hash(head.hash, AuditEvent.said(actor, deed, place));
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
        AfterCommit.run(() -> log(actor, deed, place.number(), hash));
    }

    /// The second copy: ids and the hash, which says whether the first was changed.
    private static void log(Actor actor, Deed deed, long number, byte[] hash) {
        Dataset.AUDIT
                .line(LOG, deed.action())
                .addKeyValue("labels.workspace", actor.workspaceId())
                .addKeyValue("user.id", actor.person().id())
                .log(
                        "audit event number={} object={} {} hash={}",
                        number,
                        deed.objectType(),
                        deed.objectId(),
                        Hex.of(hash));
    }

    /// Adds what was done to many items at once: one event for each [Limits#AUDIT_ITEMS_MAX] of
    /// them, with the root of a hash tree instead of the items, which are kept elsewhere.
    public void appendAll(Actor actor, Deed deed, List<String> items) {
        int size = Limits.AUDIT_ITEMS_MAX;
        for (int from = 0; from < items.size(); from += size) {
            List<String> chunk = items.subList(from, Math.min(from + size, items.size()));
            List<byte[]> bytes =
                    chunk.stream().map(item -> item.getBytes(StandardCharsets.UTF_8)).toList();
            Map<String, Object> details = new HashMap<>(deed.details());
            details.put("items", chunk.size());
            details.put("root", Hex.of(MerkleTree.root(bytes)));
            append(actor, new Deed(deed.action(), deed.objectType(), deed.objectId(), details));
        }
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

    /// Events that a filter takes, newest first.
    public Page<AuditEvent> find(Actor actor, AuditFilter filter, Paging paging) {
        List<AuditEvent> found =
                db.sql(FIND)
                        .param("workspaceId", actor.workspaceId())
                        .param(
                                "before",
                                paging.cursor().map(at -> at.number(0)).orElse(Long.MAX_VALUE))
                        .param("objectType", filter.objectType())
                        .param("objectId", filter.objectId())
                        .param("action", filter.action())
                        .param("person", filter.person())
                        .param("from", at(filter.from()))
                        .param("to", at(filter.to()))
                        .param("limit", paging.rows())
                        .query(this::toEvent)
                        .list();
        return Page.of(found, paging, event -> Cursor.of(event.number()));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : Rows.at(time);
    }

    private AuditEvent toEvent(ResultSet row, int index) throws SQLException {
        return new AuditEvent(
                row.getLong("number"),
                Rows.time(row, "at"),
                new Person(Rows.id(row, "person_id"), Rows.text(row, "person_name")),
                Rows.text(row, "action"),
                Rows.text(row, "object_type"),
                Rows.text(row, "object_id"),
                new AuditEvent.Called(
                        row.getString("object_name"),
                        row.getString("reconciliation_name"),
                        row.getObject("reconciliation_id", UUID.class)),
                json.readTree(Rows.text(row, "details")),
                Hex.of(Rows.bytes(row, "previous_hash")),
                Hex.of(Rows.bytes(row, "hash")));
    }
}
