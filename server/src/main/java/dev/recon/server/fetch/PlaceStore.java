package dev.recon.server.fetch;

import dev.recon.engine.read.Problem;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The places of sources in the database; their secrets are sealed.
@Component
record PlaceStore(JdbcClient db, JsonMapper json) {
    /// A place to be kept.
    record Kept(UUID sourceId, NewPlace wanted, byte[] sealed) {}

    /// Keeps a place instead of the one that was; whoever looks at that one now keeps nothing more.
    void set(Actor actor, Kept kept) {
        db.sql(
                        """
                        INSERT INTO source_place (workspace_id, source_id, place, secret,
                            every_minutes, is_on, set_at, set_by, next_at)
                        VALUES (:workspaceId, :sourceId, :place, :secret, :everyMinutes, :isOn,
                            now(), :person, now())
                        ON CONFLICT (workspace_id, source_id) DO UPDATE SET
                            place = excluded.place, secret = excluded.secret,
                            every_minutes = excluded.every_minutes, is_on = excluded.is_on,
                            set_at = now(), set_by = excluded.set_by, next_at = now(),
                            epoch = source_place.epoch + 1, lease_until = NULL, problem = NULL
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", kept.sourceId)
                .param("place", json.writeValueAsString(kept.wanted.place()))
                .param("secret", kept.sealed)
                .param("everyMinutes", kept.wanted.everyMinutes())
                .param("isOn", kept.wanted.isOn())
                .param("person", actor.person().id())
                .update();
    }

    /// Forgets a place and its secret; false when there is none.
    boolean remove(Actor actor, UUID sourceId) {
        return db.sql(
                                """
                                DELETE FROM source_place
                                WHERE workspace_id = :workspaceId AND source_id = :sourceId
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("sourceId", sourceId)
                        .update()
                == 1;
    }

    /// Asks for a look now; false when there is no place that is on.
    boolean hurry(Actor actor, UUID sourceId) {
        return db.sql(
                                """
                                UPDATE source_place SET next_at = now()
                                WHERE workspace_id = :workspaceId AND source_id = :sourceId
                                    AND is_on
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("sourceId", sourceId)
                        .update()
                == 1;
    }

    Optional<SourcePlace> find(Actor actor, UUID sourceId) {
        return db.sql(
                        """
                        SELECT s.*, p.name AS person_name,
                            coalesce(s.lease_until > now(), false) AS is_looking
                        FROM source_place s
                        JOIN person p ON p.workspace_id = s.workspace_id AND p.id = s.set_by
                        WHERE s.workspace_id = :workspaceId AND s.source_id = :sourceId
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .query(this::toPlace)
                .optional();
    }

    /// The sealed secret of a place.
    Optional<byte[]> findSecret(Actor actor, UUID sourceId) {
        return db.sql(
                        """
                        SELECT secret FROM source_place
                        WHERE workspace_id = :workspaceId AND source_id = :sourceId
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .query((row, _) -> Rows.bytes(row, "secret"))
                .optional();
    }

    private SourcePlace toPlace(ResultSet row, int index) throws SQLException {
        String problem = Rows.findText(row, "problem");
        return new SourcePlace(
                json.readValue(Rows.text(row, "place"), PlaceSettings.class),
                row.getInt("every_minutes"),
                row.getBoolean("is_on"),
                Rows.time(row, "set_at"),
                new Person(Rows.id(row, "set_by"), Rows.text(row, "person_name")),
                Rows.time(row, "next_at"),
                row.getBoolean("is_looking"),
                Rows.findTime(row, "looked_at"),
                Rows.findInt(row, "fetched"),
                problem == null ? null : json.readValue(problem, Problem.class));
    }
}
