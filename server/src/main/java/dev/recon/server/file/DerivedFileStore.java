package dev.recon.server.file;

import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which files were made from which, in the database.
@Component
public record DerivedFileStore(JdbcClient db) {
    /// Says where a file comes from; nothing happens where that is known.
    public void add(UUID workspaceId, DerivedFile derived) {
        db.sql(
                        """
                        INSERT INTO derived_file (workspace_id, file_id, base_file_id,
                            added_file_id, kind, lines, replaced, added)
                        VALUES (:workspaceId, :fileId, :baseId, :addedId, :kind, :lines,
                            :replaced, :added)
                        ON CONFLICT (workspace_id, file_id, base_file_id, added_file_id) DO NOTHING
                        """)
                .param("workspaceId", workspaceId)
                .param("fileId", derived.fileId())
                .param("baseId", derived.baseId())
                .param("addedId", derived.addedId())
                .param("kind", derived.kind())
                .param("lines", derived.lines())
                .param("replaced", derived.replaced())
                .param("added", derived.added())
                .update();
    }

    /// What was made from a file as its base, or by adding it to another, newest first.
    public List<DerivedFile> listFrom(UUID workspaceId, UUID fileId) {
        return db.sql(
                        """
                        SELECT file_id, base_file_id, added_file_id, kind, lines, replaced, added
                        FROM derived_file
                        WHERE workspace_id = :workspaceId
                            AND (base_file_id = :fileId OR added_file_id = :fileId)
                        ORDER BY created_at DESC, file_id DESC
                        """)
                .param("workspaceId", workspaceId)
                .param("fileId", fileId)
                .query(DerivedFileStore::toDerived)
                .list();
    }

    /// A file with mended lines, and the one whose lines they were.
    public record Mended(UUID fileId, UUID baseId) {}

    /// Where lines were mended in a file, or in those that it was derived from, one from the other.
    public List<Mended> listMended(UUID workspaceId, UUID fileId) {
        return db.sql(
                        """
                        WITH RECURSIVE bases (id) AS (
                            VALUES (:fileId::uuid)
                            UNION
                            SELECT d.base_file_id FROM bases b
                            JOIN derived_file d
                                ON d.workspace_id = :workspaceId AND d.file_id = b.id)
                        SELECT DISTINCT d.file_id, d.base_file_id FROM derived_file d
                        JOIN bases b ON d.file_id = b.id
                        WHERE d.workspace_id = :workspaceId AND d.kind = 'mended'
                        """)
                .param("workspaceId", workspaceId)
                .param("fileId", fileId)
                .query((row, _) ->
                        new Mended(Rows.id(row, "file_id"), Rows.id(row, "base_file_id")))
                .list();
    }

    private static DerivedFile toDerived(ResultSet row, int index) throws SQLException {
        return new DerivedFile(
                Rows.id(row, "file_id"),
                Rows.id(row, "base_file_id"),
                Rows.id(row, "added_file_id"),
                Rows.text(row, "kind"),
                row.getInt("lines"),
                row.getInt("replaced"),
                row.getInt("added"));
    }
}
