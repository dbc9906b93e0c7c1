package dev.recon.server.delivery;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Conflict;
import dev.recon.server.platform.Problem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes a mended file what its sources have delivered: their next deliveries are put to it, so
/// that what was mended stays mended.
@Component
public record MendedDeliveries(JdbcClient db) {
    /// Locks the sources that have delivered a file, until the database transaction ends. Fails
    /// where one of them has delivered more to it since: the next delivery is put to that.
    public void lock(Actor actor, UUID fileId) {
        db.sql(
                        """
                        WITH RECURSIVE derived (id) AS (
                            VALUES (:fileId::uuid)
                            UNION
                            SELECT d.file_id FROM derived b
                            JOIN derived_file d
                                ON d.workspace_id = :workspaceId AND d.base_file_id = b.id)
                        SELECT id FROM source
                        WHERE workspace_id = :workspaceId AND id IN (
                            SELECT source_id FROM delivery
                            WHERE workspace_id = :workspaceId
                                AND merged_file_id IN (SELECT id FROM derived))
                        ORDER BY id FOR UPDATE
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("fileId", fileId)
                .query(UUID.class)
                .list();
        findSourceThatGoesOn(actor, fileId)
                .ifPresent(name -> {
                    throw Problem.conflict(Conflict.of(newer(name)));
                });
    }

    /// A source whose newest deliveries were put to the file.
    private Optional<String> findSourceThatGoesOn(Actor actor, UUID fileId) {
        return db.sql(
                        """
                        WITH RECURSIVE derived (id) AS (
                            VALUES (:fileId::uuid)
                            UNION
                            SELECT d.file_id FROM derived b
                            JOIN derived_file d
                                ON d.workspace_id = :workspaceId AND d.base_file_id = b.id)
                        SELECT s.name FROM source s
                        CROSS JOIN LATERAL (
                            SELECT merged_file_id FROM delivery d
                            WHERE d.workspace_id = s.workspace_id AND d.source_id = s.id
                                AND d.state = 'taken'
                            ORDER BY d.taken_at DESC LIMIT 1) newest
                        WHERE s.workspace_id = :workspaceId
                            AND newest.merged_file_id <> :fileId
                            AND newest.merged_file_id IN (SELECT id FROM derived)
                        ORDER BY s.name LIMIT 1
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("fileId", fileId)
                .query(String.class)
                .optional();
    }

    /// From now on the mended file is all that these sources have delivered.
    public void replace(Actor actor, UUID fileId, UUID mendedId) {
        db.sql(
                        """
                        UPDATE delivery d SET merged_file_id = :mendedId
                        WHERE d.workspace_id = :workspaceId AND d.merged_file_id = :fileId
                            AND d.state = 'taken' AND d.taken_at = (
                                SELECT max(n.taken_at) FROM delivery n
                                WHERE n.workspace_id = :workspaceId
                                    AND n.source_id = d.source_id AND n.state = 'taken')
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("fileId", fileId)
                .param("mendedId", mendedId)
                .update();
    }

    private static String newer(String source) {
        return "the source "
                + source
                + " has more than this file now: run with its newest deliveries, and mend there";
    }
}
