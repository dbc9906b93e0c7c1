package dev.recon.server.file;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Problem;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the door made of files, one row for each file and choices.
@Component
record FileTableStore(JdbcClient db, SegmentStore segments, JsonMapper json) {
    /// Keeps what the door made; what is there already stays.
    void add(Stored file, Choices choices, Unfolded made) {
        UUID id = Ids.next();
        Row row = row(made);
        boolean added =
                db.sql(
                                        """
                                        INSERT INTO file_table (workspace_id, id, file_id, choices,
                                            format, origin, problem, bytes, sha256, made_at)
                                        VALUES (:workspaceId, :id, :fileId, :choices, :format,
                                            :origin::json, :problem::json, :bytes, :sha256, :madeAt)
                                        ON CONFLICT (workspace_id, file_id, choices) DO NOTHING
                                        """)
                                .param("workspaceId", file.workspaceId())
                                .param("id", id)
                                .param("fileId", file.id())
                                .param("choices", text(choices))
                                .param("format", row.format)
                                .param("origin", row.origin)
                                .param("problem", row.problem)
                                .param("bytes", row.packed == null ? null : row.packed.bytes())
                                .param("sha256", row.hash())
                                .param("madeAt", Rows.now())
                                .update()
                        == 1;
        if (added && row.packed != null) {
            segments.add(
                    new Stored(file.workspaceId(), id, true, file.name(), row.packed.bytes()),
                    row.packed);
        }
    }

    private record Row(
            @Nullable String format,
            @Nullable String origin,
            @Nullable String problem,
            @Nullable Packed packed) {
        byte @Nullable [] hash() {
            return packed == null ? null : HexFormat.of().parseHex(packed.sha256());
        }
    }

    private Row row(Unfolded made) {
        return switch (made) {
            case Unfolded.AsDelivered(var origin) ->
                    new Row(origin.format(), write(OriginView.of(origin)), null, null);
            case Unfolded.Table(var origin, var packed) ->
                    new Row(origin.format(), write(OriginView.of(origin)), null, packed);
            case Unfolded.Held(var problem, var origin) ->
                    new Row(
                            null,
                            origin == null ? null : write(OriginView.of(origin)),
                            write(problem),
                            null);
        };
    }

    /// What was made of a file with these choices.
    Optional<FileTable> find(UUID workspaceId, UUID fileId, Choices choices) {
        return db.sql(
                        """
                        SELECT f.workspace_id, f.id, f.name, f.bytes, t.id AS table_id, t.format,
                            t.problem, t.bytes AS table_bytes
                        FROM file f
                        JOIN file_table t ON t.workspace_id = f.workspace_id AND t.file_id = f.id
                        WHERE f.workspace_id = :workspaceId AND f.id = :fileId
                            AND t.choices = :choices
                        """)
                .param("workspaceId", workspaceId)
                .param("fileId", fileId)
                .param("choices", text(choices))
                .query(this::toTable)
                .optional();
    }

    /// What the file was before it became a table with these choices; where it is held, only if
    /// something of it can be chosen.
    Optional<OriginView> findOrigin(UUID workspaceId, UUID fileId, Choices choices) {
        return db.sql(
                        """
                        SELECT origin FROM file_table
                        WHERE workspace_id = :workspaceId AND file_id = :fileId
                            AND choices = :choices AND origin IS NOT NULL
                        """)
                .param("workspaceId", workspaceId)
                .param("fileId", fileId)
                .param("choices", text(choices))
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, OriginView.class));
    }

    /// How many tables were made of a file.
    int count(UUID workspaceId, UUID fileId) {
        return db.sql(
                        """
                        SELECT count(*) FROM file_table
                        WHERE workspace_id = :workspaceId AND file_id = :fileId
                        """)
                .param("workspaceId", workspaceId)
                .param("fileId", fileId)
                .query(Integer.class)
                .single();
    }

    private FileTable toTable(ResultSet row, int index) throws SQLException {
        UUID workspaceId = Rows.id(row, "workspace_id");
        String name = Rows.text(row, "name");
        Stored file =
                new Stored(workspaceId, Rows.id(row, "id"), false, name, row.getLong("bytes"));
        Long bytes = Rows.findLong(row, "table_bytes");
        Stored table =
                bytes == null
                        ? null
                        : new Stored(workspaceId, Rows.id(row, "table_id"), true, name, bytes);
        String problem = Rows.findText(row, "problem");
        return new FileTable(
                file,
                table,
                Rows.findText(row, "format"),
                problem == null ? null : json.readValue(problem, Problem.class));
    }

    private String text(Choices choices) {
        return write(choices.byName());
    }

    private String write(Object value) {
        return json.writeValueAsString(value);
    }
}
