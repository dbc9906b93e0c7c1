package dev.recon.server.fetch;

import dev.recon.engine.read.Problem;
import dev.recon.server.delivery.Delivery;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The files that were fetched, in the database.
@Component
record FetchedStore(JdbcClient db, JsonMapper json) {
    /// What became of a file: a delivery, or a problem.
    record Outcome(@Nullable Integer number, @Nullable Problem problem) {
        static Outcome of(Delivery delivery) {
            return new Outcome(delivery.number(), null);
        }

        static Outcome of(Problem problem) {
            return new Outcome(null, problem);
        }
    }

    /// Those of the files that were not fetched before, in their order.
    List<RemoteFile> unknown(Actor actor, UUID sourceId, List<RemoteFile> files) {
        if (files.isEmpty()) {
            return files;
        }
        byte[][] identities = files.stream().map(RemoteFile::identity).toArray(byte[][]::new);
        Set<String> known =
                new HashSet<>(
                        db.sql(
                                        """
                                        SELECT encode(identity, 'hex') AS identity
                                        FROM fetched_file
                                        WHERE workspace_id = :workspaceId
                                            AND source_id = :sourceId
                                            AND identity = ANY (:identities)
                                        """)
                                .param("workspaceId", actor.workspaceId())
                                .param("sourceId", sourceId)
                                .param("identities", identities)
                                .query(String.class)
                                .list());
        return files.stream()
                .filter(file -> !known.contains(HexFormat.of().formatHex(file.identity())))
                .toList();
    }

    /// Keeps that a file was fetched, in the database transaction of its delivery.
    void add(Actor actor, UUID sourceId, RemoteFile file, Outcome outcome) {
        db.sql(
                        """
                        INSERT INTO fetched_file (workspace_id, source_id, id, identity, name,
                            bytes, fetched_at, delivery_number, problem)
                        VALUES (:workspaceId, :sourceId, :id, :identity, :name, :bytes, now(),
                            :number, :problem)
                        ON CONFLICT (workspace_id, source_id, identity) DO NOTHING
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("sourceId", sourceId)
                .param("id", Ids.next())
                .param("identity", file.identity())
                .param("name", file.name())
                .param("bytes", file.bytes())
                .param("number", outcome.number)
                .param(
                        "problem",
                        outcome.problem == null ? null : json.writeValueAsString(outcome.problem))
                .update();
    }

    /// Fetched files, the newest first.
    Page<FetchedFile> list(Actor actor, UUID sourceId, Paging paging) {
        List<FetchedFile> found =
                db.sql(
                                """
                                SELECT f.id, f.name, f.bytes, f.fetched_at, f.delivery_number,
                                    f.problem, d.state, d.reason
                                FROM fetched_file f
                                LEFT JOIN delivery d ON d.workspace_id = f.workspace_id
                                    AND d.source_id = f.source_id
                                    AND d.number = f.delivery_number
                                WHERE f.workspace_id = :workspaceId AND f.source_id = :sourceId
                                    AND (:before::uuid IS NULL OR f.id < :before)
                                ORDER BY f.id DESC LIMIT :limit
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("sourceId", sourceId)
                        .param("before", paging.cursor().map(at -> at.id(0)).orElse(null))
                        .param("limit", paging.rows())
                        .query(this::toFile)
                        .list();
        return Page.of(found, paging, file -> Cursor.of(file.id()));
    }

    private FetchedFile toFile(ResultSet row, int index) throws SQLException {
        String problem = Rows.findText(row, "problem");
        String state = Rows.findText(row, "state");
        return new FetchedFile(
                Rows.id(row, "id"),
                Rows.text(row, "name"),
                row.getLong("bytes"),
                Rows.time(row, "fetched_at"),
                state == null ? Delivery.REFUSED : state,
                Rows.findInt(row, "delivery_number"),
                Rows.findText(row, "reason"),
                problem == null ? null : json.readValue(problem, Problem.class));
    }
}
