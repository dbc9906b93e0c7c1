package dev.recon.server.people;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The people of a workspace in the database.
@Component
record PersonStore(JdbcClient db) {
    Page<PersonDetail> list(Actor actor, Paging paging) {
        List<PersonDetail> found =
                db.sql(
                                """
                                SELECT p.*, a.email, a.signed_in_at,
                                    a.totp_confirmed OR EXISTS (
                                        SELECT FROM passkey k
                                        WHERE k.account_id = a.id) AS second_factor,
                                    ARRAY(
                                        SELECT role FROM person_role r
                                        WHERE r.workspace_id = p.workspace_id
                                            AND r.person_id = p.id ORDER BY role) AS roles
                                FROM person p LEFT JOIN account a ON a.id = p.account_id
                                WHERE p.workspace_id = :workspaceId
                                    AND (:afterName::text IS NULL
                                        OR (p.name, p.id) > (:afterName, :afterId::uuid))
                                ORDER BY p.name, p.id LIMIT :limit
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("afterName", paging.cursor().map(at -> at.part(0)).orElse(null))
                        .param("afterId", paging.cursor().map(at -> at.id(1)).orElse(null))
                        .param("limit", paging.rows())
                        .query(PersonStore::toPerson)
                        .list();
        return Page.of(found, paging, one -> Cursor.of(one.name(), one.id()));
    }

    Optional<PersonDetail> find(Actor actor, UUID id) {
        return db.sql(
                        """
                        SELECT p.*, a.email, a.signed_in_at,
                            a.totp_confirmed OR EXISTS (
                                SELECT FROM passkey k
                                WHERE k.account_id = a.id) AS second_factor,
                            ARRAY(
                                SELECT role FROM person_role r
                                WHERE r.workspace_id = p.workspace_id
                                    AND r.person_id = p.id ORDER BY role) AS roles
                        FROM person p LEFT JOIN account a ON a.id = p.account_id
                        WHERE p.workspace_id = :workspaceId AND p.id = :id
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .query(PersonStore::toPerson)
                .optional();
    }

    /// The account of a person, if they have one.
    Optional<UUID> findAccount(Actor actor, UUID id) {
        return db.sql(
                        """
                        SELECT account_id FROM person
                        WHERE workspace_id = :workspaceId AND id = :id AND account_id IS NOT NULL
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /// Does a person of the workspace have this address?
    boolean isEmail(Actor actor, String email) {
        return db.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM person p JOIN account a ON a.id = p.account_id
                            WHERE p.workspace_id = :workspaceId AND a.email = :email)
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    /// Makes others who change people wait, so that two admins cannot disable each other.
    void lock(Actor actor) {
        db.sql("SELECT id FROM workspace WHERE id = :workspaceId FOR UPDATE")
                .param("workspaceId", actor.workspaceId())
                .query(UUID.class)
                .single();
    }

    /// Changes the status, and what tokens know of the roles; false when it is at another version.
    boolean change(Actor actor, UUID id, int version, String status) {
        return db.sql(
                                """
                                UPDATE person SET status = :status, version = version + 1,
                                    roles_version = roles_version + 1
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND version = :version
                                """)
                        .param("status", status)
                        .param("workspaceId", actor.workspaceId())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /// How many could let others in.
    int countAdmins(Actor actor) {
        return db.sql(
                        """
                        SELECT count(*) FROM person p
                        JOIN person_role r ON r.workspace_id = p.workspace_id
                            AND r.person_id = p.id
                        WHERE p.workspace_id = :workspaceId AND p.status = 'active'
                            AND p.account_id IS NOT NULL AND r.role = 'admin'
                        """)
                .param("workspaceId", actor.workspaceId())
                .query(Integer.class)
                .single();
    }

    private static PersonDetail toPerson(ResultSet row, int index) throws SQLException {
        return new PersonDetail(
                Rows.id(row, "id"),
                Rows.text(row, "name"),
                Rows.findText(row, "email"),
                Rows.text(row, "status"),
                Rows.texts(row, "roles"),
                row.getBoolean("second_factor"),
                Rows.time(row, "created_at"),
                Rows.findTime(row, "signed_in_at"),
                row.getInt("version"));
    }
}
