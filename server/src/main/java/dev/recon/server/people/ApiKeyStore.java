package dev.recon.server.people;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The API keys of a workspace in the database: only the hashes of their secrets.
@Component
record ApiKeyStore(JdbcClient db) {
    /// A key that is to be made.
    record New(UUID id, String name, byte[] hash, List<String> scopes, @Nullable Instant endsAt) {}

    void add(Actor actor, New key) {
        OffsetDateTime endsAt = key.endsAt == null ? null : Rows.at(key.endsAt);
        db.sql(
                        """
                        INSERT INTO api_key (workspace_id, id, person_id, name, hash, scopes,
                            created_by, ends_at)
                        VALUES (:workspaceId, :id, :personId, :name, :hash, :scopes, :personId,
                            :endsAt)
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", key.id)
                .param("personId", actor.person().id())
                .param("name", key.name)
                .param("hash", key.hash)
                .param("scopes", key.scopes.toArray(String[]::new))
                .param("endsAt", endsAt)
                .update();
    }

    Page<ApiKey> list(Actor actor, Paging paging) {
        List<ApiKey> found =
                db.sql(
                                """
                                SELECT k.*, p.name AS person_name
                                FROM api_key k
                                JOIN person p ON p.workspace_id = k.workspace_id
                                    AND p.id = k.person_id
                                WHERE k.workspace_id = :workspaceId
                                    AND (:before::uuid IS NULL OR k.id < :before)
                                ORDER BY k.id DESC LIMIT :limit
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("before", paging.cursor().map(at -> at.id(0)).orElse(null))
                        .param("limit", paging.rows())
                        .query(ApiKeyStore::toKey)
                        .list();
        return Page.of(found, paging, one -> Cursor.of(one.id()));
    }

    Optional<ApiKey> find(Actor actor, UUID id) {
        return db.sql(
                        """
                        SELECT k.*, p.name AS person_name
                        FROM api_key k
                        JOIN person p ON p.workspace_id = k.workspace_id AND p.id = k.person_id
                        WHERE k.workspace_id = :workspaceId AND k.id = :id
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .query(ApiKeyStore::toKey)
                .optional();
    }

    /// Ends a key; false when it has ended.
    boolean revoke(Actor actor, UUID id) {
        return db.sql(
                                """
                                UPDATE api_key SET revoked_at = now()
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND revoked_at IS NULL
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static ApiKey toKey(ResultSet row, int index) throws SQLException {
        return new ApiKey(
                Rows.id(row, "id"),
                Rows.text(row, "name"),
                new Person(Rows.id(row, "person_id"), Rows.text(row, "person_name")),
                Rows.texts(row, "scopes"),
                Rows.time(row, "created_at"),
                Rows.findTime(row, "ends_at"),
                Rows.findTime(row, "used_at"),
                Rows.findTime(row, "revoked_at"));
    }
}
