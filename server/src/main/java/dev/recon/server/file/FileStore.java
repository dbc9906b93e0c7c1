package dev.recon.server.file;

import dev.recon.engine.read.Problem;
import dev.recon.server.platform.Actor;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The files in the database; their bytes are in segments.
@Component
public record FileStore(JdbcClient db, JsonMapper json) {
    /// Adds a file; false when its bytes are there already.
    boolean add(Actor actor, File file) {
        return db.sql(
                                """
                                INSERT INTO file (workspace_id, id, name, bytes, sha256, source_id,
                                    created_at, created_by)
                                VALUES (:workspaceId, :id, :name, :bytes, :sha256, :sourceId,
                                    :createdAt, :createdBy)
                                ON CONFLICT (workspace_id, sha256) DO NOTHING
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("id", file.id())
                        .param("name", file.name())
                        .param("bytes", file.bytes())
                        .param("sha256", HexFormat.of().parseHex(file.sha256()))
                        .param("sourceId", file.sourceId())
                        .param("createdAt", Rows.at(file.createdAt()))
                        .param("createdBy", file.createdBy().id())
                        .update()
                == 1;
    }

    /// One file of the workspace.
    public Optional<File> find(UUID workspaceId, UUID id) {
        return db.sql(
                        """
                        SELECT f.*, p.name AS person_name, t.format, t.problem
                        FROM file f
                        JOIN person p ON p.workspace_id = f.workspace_id AND p.id = f.created_by
                        LEFT JOIN file_table t ON t.workspace_id = f.workspace_id
                            AND t.file_id = f.id AND t.choices = '{}'
                        WHERE f.workspace_id = :workspaceId AND f.id = :id
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .query(this::toFile)
                .optional();
    }

    Optional<File> findByHash(UUID workspaceId, String sha256) {
        return db.sql(
                        """
                        SELECT f.*, p.name AS person_name, t.format, t.problem
                        FROM file f
                        JOIN person p ON p.workspace_id = f.workspace_id AND p.id = f.created_by
                        LEFT JOIN file_table t ON t.workspace_id = f.workspace_id
                            AND t.file_id = f.id AND t.choices = '{}'
                        WHERE f.workspace_id = :workspaceId AND f.sha256 = :sha256
                        """)
                .param("workspaceId", workspaceId)
                .param("sha256", HexFormat.of().parseHex(sha256))
                .query(this::toFile)
                .optional();
    }

    /// How many bytes the files of a workspace have together, as they were delivered.
    long bytes(UUID workspaceId) {
        return db.sql(
                        """
                        SELECT coalesce(sum(bytes), 0) FROM file WHERE workspace_id = :workspaceId
                        """)
                .param("workspaceId", workspaceId)
                .query(Long.class)
                .single();
    }

    /// Files, newest first; of one source where it is given.
    Page<File> list(Actor actor, @Nullable UUID sourceId, Paging paging) {
        List<File> found =
                db.sql(
                                """
                                SELECT f.*, p.name AS person_name, t.format, t.problem
                                FROM file f
                                JOIN person p ON p.workspace_id = f.workspace_id
                                    AND p.id = f.created_by
                                LEFT JOIN file_table t ON t.workspace_id = f.workspace_id
                                    AND t.file_id = f.id AND t.choices = '{}'
                                WHERE f.workspace_id = :workspaceId
                                    AND (:before::uuid IS NULL OR f.id < :before)
                                    AND (:sourceId::uuid IS NULL OR f.source_id = :sourceId)
                                ORDER BY f.id DESC LIMIT :limit
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("before", paging.cursor().map(at -> at.id(0)).orElse(null))
                        .param("sourceId", sourceId)
                        .param("limit", paging.rows())
                        .query(this::toFile)
                        .list();
        return Page.of(found, paging, file -> Cursor.of(file.id()));
    }

    private File toFile(ResultSet row, int index) throws SQLException {
        String problem = Rows.findText(row, "problem");
        return new File(
                Rows.id(row, "id"),
                Rows.text(row, "name"),
                row.getLong("bytes"),
                Hex.of(Rows.bytes(row, "sha256")),
                false,
                Rows.findId(row, "source_id"),
                FileDoor.of(
                        Rows.findText(row, "format"),
                        problem == null ? null : json.readValue(problem, Problem.class)),
                Rows.time(row, "created_at"),
                new Person(Rows.id(row, "created_by"), Rows.text(row, "person_name")));
    }
}
