package dev.recon.server.delivery;

import dev.recon.server.file.FileRef;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The deliveries and cadences of sources in the database.
@Component
record DeliveryStore(JdbcClient db, JsonMapper json) {
    /// How many past deliveries say what is usual.
    static final int PAST_MAX = 30;

    /// A delivery to be kept.
    record Arrived(UUID sourceId, UUID fileId, Reading reading, Merge merge) {}

    /// What was found in it.
    record Reading(
            String state,
            @Nullable String reason,
            int lines,
            int broken,
            @Nullable Shape shape,
            String severity,
            List<Change> changes) {
        Reading held(String why) {
            return new Reading(Delivery.HELD, why, lines, broken, shape, severity, changes);
        }
    }

    /// What it added.
    record Merge(
            @Nullable UUID fileId,
            @Nullable Integer added,
            @Nullable Integer known,
            @Nullable Integer changed) {
        static final Merge NOTHING = new Merge(null, null, null, null);
    }

    /// Locks a source until the database transaction ends: its deliveries are taken one after the
    /// other.
    void lock(Actor actor, UUID sourceId) {
        db.sql("SELECT id FROM source WHERE workspace_id = :workspaceId AND id = :id FOR UPDATE")
                .param("workspaceId", actor.workspaceId())
                .param("id", sourceId)
                .query(UUID.class)
                .optional();
    }

    /// Keeps a delivery under the next number of its source.
    int add(Actor actor, Arrived arrived) {
        Reading reading = arrived.reading;
        return db.sql(
                        """
                        INSERT INTO delivery (workspace_id, source_id, number, file_id, arrived_at,
                            arrived_by, state, reason, lines, broken, shape, severity, changes,
                            merged_file_id, new_lines, known_lines, changed_lines, taken_at)
                        SELECT :workspaceId, :sourceId, coalesce(max(number), 0) + 1, :fileId,
                            now(), :arrivedBy, :state, :reason, :lines, :broken, :shape, :severity,
                            :changes, :mergedFile, :added, :known, :changed,
                            CASE WHEN :state = 'taken' THEN clock_timestamp() END
                        FROM delivery
                        WHERE workspace_id = :workspaceId AND source_id = :sourceId
                        RETURNING number
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", arrived.sourceId)
                .param("fileId", arrived.fileId)
                .param("arrivedBy", actor.person().id())
                .param("state", reading.state)
                .param("reason", reading.reason)
                .param("lines", reading.lines)
                .param("broken", reading.broken)
                .param(
                        "shape",
                        reading.shape == null ? null : json.writeValueAsString(reading.shape))
                .param("severity", reading.severity)
                .param("changes", json.writeValueAsString(reading.changes))
                .param("mergedFile", arrived.merge.fileId)
                .param("added", arrived.merge.added)
                .param("known", arrived.merge.known)
                .param("changed", arrived.merge.changed)
                .query(Integer.class)
                .single();
    }

    /// Takes a delivery that is held.
    void take(Actor actor, UUID sourceId, int number, Merge merge) {
        db.sql(
                        """
                        UPDATE delivery SET state = 'taken', taken_at = clock_timestamp(),
                            merged_file_id = :mergedFile,
                            new_lines = :added, known_lines = :known,
                            changed_lines = :changed
                        WHERE workspace_id = :workspaceId AND source_id = :sourceId
                            AND number = :number AND state = 'held'
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .param("number", number)
                .param("mergedFile", merge.fileId)
                .param("added", merge.added)
                .param("known", merge.known)
                .param("changed", merge.changed)
                .update();
    }

    /// Deliveries of a source, newest first.
    Page<Delivery> list(Actor actor, UUID sourceId, Paging paging) {
        long before = paging.cursor().map(at -> at.number(0)).orElse((long) Integer.MAX_VALUE);
        List<Delivery> found = list(actor, sourceId, before, paging.rows());
        return Page.of(found, paging, delivery -> Cursor.of(delivery.number()));
    }

    /// The newest deliveries of a source.
    List<Delivery> newest(Actor actor, UUID sourceId) {
        return list(actor, sourceId, Integer.MAX_VALUE, PAST_MAX);
    }

    private List<Delivery> list(Actor actor, UUID sourceId, long before, int max) {
        return db.sql(
                        """
                        SELECT d.*, f.name AS file_name, f.bytes AS file_bytes,
                            f.sha256 AS file_sha256, p.name AS person_name
                        FROM delivery d
                        JOIN file f ON f.workspace_id = d.workspace_id AND f.id = d.file_id
                        JOIN person p ON p.workspace_id = d.workspace_id AND p.id = d.arrived_by
                        WHERE d.workspace_id = :workspaceId AND d.source_id = :sourceId
                            AND d.number < :before
                        ORDER BY d.number DESC LIMIT :limit
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .param("before", before)
                .param("limit", max)
                .query(this::toDelivery)
                .list();
    }

    Optional<Delivery> find(Actor actor, UUID sourceId, int number) {
        return list(actor, sourceId, number + 1L, 1).stream()
                .filter(delivery -> delivery.number() == number)
                .findFirst();
    }

    /// The delivery that brought a file last.
    Optional<Delivery> findByFile(Actor actor, UUID sourceId, UUID fileId) {
        return db.sql(
                        """
                        SELECT number FROM delivery
                        WHERE workspace_id = :workspaceId AND source_id = :sourceId
                            AND file_id = :fileId
                        ORDER BY number DESC LIMIT 1
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .param("fileId", fileId)
                .query(Integer.class)
                .optional()
                .flatMap(number -> find(actor, sourceId, number));
    }

    /// All that a source has delivered: what was taken last has what came before it.
    Optional<UUID> findMerged(Actor actor, UUID sourceId) {
        return db.sql(
                        """
                        SELECT merged_file_id FROM delivery
                        WHERE workspace_id = :workspaceId AND source_id = :sourceId
                            AND state = 'taken'
                        ORDER BY taken_at DESC LIMIT 1
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .query(UUID.class)
                .optional();
    }

    /// The shape of the delivery that was taken last.
    Optional<Shape> findShape(Actor actor, UUID sourceId) {
        return db.sql(
                        """
                        SELECT shape FROM delivery
                        WHERE workspace_id = :workspaceId AND source_id = :sourceId
                            AND state = 'taken' AND shape IS NOT NULL
                        ORDER BY taken_at DESC LIMIT 1
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Shape.class));
    }

    /// What a person said about when a source delivers.
    Optional<Cadence> findCadence(Actor actor, UUID sourceId) {
        return db.sql(
                        """
                        SELECT calendar, every_days, due_by, zone FROM source_cadence
                        WHERE workspace_id = :workspaceId AND source_id = :sourceId
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .query((row, _) ->
                        new Cadence(
                                Rows.text(row, "calendar"),
                                row.getInt("every_days"),
                                row.getObject("due_by", LocalTime.class),
                                Rows.text(row, "zone"),
                                false))
                .optional();
    }

    void setCadence(Actor actor, UUID sourceId, Cadence cadence) {
        db.sql(
                        """
                        INSERT INTO source_cadence
                            (workspace_id, source_id, calendar, every_days, due_by, zone)
                        VALUES (:workspaceId, :sourceId, :calendar, :everyDays, :dueBy, :zone)
                        ON CONFLICT (workspace_id, source_id) DO UPDATE SET
                            calendar = excluded.calendar, every_days = excluded.every_days,
                            due_by = excluded.due_by, zone = excluded.zone
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .param("calendar", cadence.calendar())
                .param("everyDays", cadence.everyDays())
                .param("dueBy", cadence.dueBy())
                .param("zone", cadence.zone())
                .update();
    }

    /// From now on the cadence is learnt.
    void removeCadence(Actor actor, UUID sourceId) {
        db.sql(
                        """
                        DELETE FROM source_cadence
                        WHERE workspace_id = :workspaceId AND source_id = :sourceId
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .update();
    }

    private Delivery toDelivery(ResultSet row, int index) throws SQLException {
        return new Delivery(
                row.getInt("number"),
                new FileRef(
                        Rows.id(row, "file_id"),
                        Rows.text(row, "file_name"),
                        row.getLong("file_bytes"),
                        Hex.of(Rows.bytes(row, "file_sha256"))),
                Rows.time(row, "arrived_at"),
                new Person(Rows.id(row, "arrived_by"), Rows.text(row, "person_name")),
                Rows.text(row, "state"),
                Rows.findText(row, "reason"),
                row.getInt("lines"),
                row.getInt("broken"),
                Rows.text(row, "severity"),
                List.of(json.readValue(Rows.text(row, "changes"), Change[].class)),
                Rows.findId(row, "merged_file_id"),
                Rows.findInt(row, "new_lines"),
                Rows.findInt(row, "known_lines"),
                Rows.findInt(row, "changed_lines"),
                false);
    }
}
