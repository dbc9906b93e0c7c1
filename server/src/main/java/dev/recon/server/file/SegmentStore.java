package dev.recon.server.file;

import dev.recon.server.platform.Rows;
import dev.recon.server.platform.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The segments of files, and of the tables that they unfolded to.
@Component
record SegmentStore(JdbcClient db) {
    private static final String ADD_TO_FILE =
            """
            INSERT INTO file_segment
                (workspace_id, file_id, position, raw_bytes, sha256, content)
            VALUES (:workspaceId, :id, :position, :rawBytes, :sha256, :content)
            """;
    private static final String ADD_TO_TABLE =
            """
            INSERT INTO file_table_segment
                (workspace_id, table_id, position, raw_bytes, sha256, content)
            VALUES (:workspaceId, :id, :position, :rawBytes, :sha256, :content)
            """;
    private static final String GET_OF_FILE =
            """
            SELECT raw_bytes, sha256, content FROM file_segment
            WHERE workspace_id = :workspaceId AND file_id = :id AND position = :position
            """;
    private static final String GET_OF_TABLE =
            """
            SELECT raw_bytes, sha256, content FROM file_table_segment
            WHERE workspace_id = :workspaceId AND table_id = :id AND position = :position
            """;

    /// Keeps all segments.
    void add(Stored target, Packed packed) {
        packed.forEach((segment, position) ->
                db.sql(target.isTable() ? ADD_TO_TABLE : ADD_TO_FILE)
                        .param("workspaceId", target.workspaceId())
                        .param("id", target.id())
                        .param("position", position)
                        .param("rawBytes", segment.rawBytes())
                        .param("sha256", segment.sha256())
                        .param("content", segment.content())
                        .update());
    }

    /// The piece at `position`, counted in segments.
    Segment get(Stored stored, int position) {
        return db.sql(stored.isTable() ? GET_OF_TABLE : GET_OF_FILE)
                .param("workspaceId", stored.workspaceId())
                .param("id", stored.id())
                .param("position", position)
                .query(SegmentStore::toSegment)
                .single();
    }

    /// Writes all bytes, one segment after the other, each verified.
    void copy(Stored stored, OutputStream target) throws IOException {
        for (int position = 0; position < stored.segments(); position++) {
            target.write(get(stored, position).unpack());
        }
    }

    private static Segment toSegment(ResultSet row, int index) throws SQLException {
        return new Segment(
                row.getInt("raw_bytes"), Rows.bytes(row, "sha256"), Rows.bytes(row, "content"));
    }
}
