package dev.recon.server.source;

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

/// The sources in the database.
@Component
public record SourceStore(JdbcClient db) {
    /// Adds a source; false when its name is taken.
    boolean add(Actor actor, Source source) {
        return db.sql(
                                """
                                INSERT INTO source (workspace_id, id, name, created_at, created_by)
                                VALUES (:workspaceId, :id, :name, :createdAt, :createdBy)
                                ON CONFLICT (workspace_id, name) DO NOTHING
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("id", source.id())
                        .param("name", source.name())
                        .param("createdAt", Rows.at(source.createdAt()))
                        .param("createdBy", source.createdBy().id())
                        .update()
                == 1;
    }

    /// Says whether risky deliveries are held.
    public void setHoldsRisky(Actor actor, UUID id, boolean holdsRisky) {
        db.sql(
                        """
                        UPDATE source SET holds_risky = :holdsRisky
                        WHERE workspace_id = :workspaceId AND id = :id
                        """)
                .param("holdsRisky", holdsRisky)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .update();
    }

    /// One source of the workspace.
    public Optional<Source> find(Actor actor, UUID id) {
        return db.sql(
                        """
                        SELECT s.id, s.name, s.holds_risky, s.created_at, s.created_by,
                            p.name AS person_name
                        FROM source s
                        JOIN person p ON p.workspace_id = s.workspace_id AND p.id = s.created_by
                        WHERE s.workspace_id = :workspaceId AND s.id = :id
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .query(SourceStore::toSource)
                .optional();
    }

    /// Sources by name.
    public Page<Source> list(Actor actor, Paging paging) {
        List<Source> found =
                db.sql(
                                """
                                SELECT s.id, s.name, s.holds_risky, s.created_at, s.created_by,
                                    p.name AS person_name
                                FROM source s
                                JOIN person p ON p.workspace_id = s.workspace_id
                                    AND p.id = s.created_by
                                WHERE s.workspace_id = :workspaceId AND s.name > :after
                                ORDER BY s.name LIMIT :limit
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("after", paging.cursor().map(at -> at.part(0)).orElse(""))
                        .param("limit", paging.rows())
                        .query(SourceStore::toSource)
                        .list();
        return Page.of(found, paging, source -> Cursor.of(source.name()));
    }

    private static Source toSource(ResultSet row, int index) throws SQLException {
        return new Source(
                Rows.id(row, "id"),
                Rows.text(row, "name"),
                row.getBoolean("holds_risky"),
                Rows.time(row, "created_at"),
                new Person(Rows.id(row, "created_by"), Rows.text(row, "person_name")));
    }
}
