package dev.recon.server.access;

import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import dev.recon.server.secret.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one-time links in the database: only the hash of each token.
@Component
public record LinkStore(JdbcClient db) {
    static final String SETUP = "setup";
    static final String RESET = "password-reset";

    private static final String INVITATION = "invitation";

    /// A link that is to be made.
    record New(
            String purpose,
            @Nullable UUID workspaceId,
            @Nullable UUID accountId,
            @Nullable UUID createdBy,
            Duration lifetime) {}

    /// An invitation that is to be made.
    public record NewInvitation(
            UUID workspaceId, String email, List<String> roles, UUID createdBy, Duration lifetime) {
        public NewInvitation {
            roles = List.copyOf(roles);
        }
    }

    /// An invitation as it stands.
    ///
    /// @param status open, accepted, revoked or expired
    public record Invitation(
            UUID id,
            String email,
            List<String> roles,
            String status,
            Instant createdAt,
            Person by,
            Instant endsAt) {}

    /// An invitation and where it leads.
    public record Led(Workspace workspace, Invitation invitation) {}

    /// Makes a link and gives its token.
    String add(New link) {
        String token = Tokens.next();
        db.sql(
                        """
                        INSERT INTO one_time_link
                            (id, purpose, hash, workspace_id, account_id, created_by, ends_at)
                        VALUES (:id, :purpose, :hash, :workspaceId, :accountId, :createdBy,
                            now() + make_interval(secs => :lifetime))
                        """)
                .param("id", Ids.next())
                .param("purpose", link.purpose)
                .param("hash", Tokens.hash(token))
                .param("workspaceId", link.workspaceId)
                .param("accountId", link.accountId)
                .param("createdBy", link.createdBy)
                .param("lifetime", link.lifetime.toSeconds())
                .update();
        return token;
    }

    /// Makes an invitation under this id and gives its token.
    public String add(UUID id, NewInvitation invitation) {
        String token = Tokens.next();
        db.sql(
                        """
                        INSERT INTO one_time_link
                            (id, purpose, hash, workspace_id, email, roles, created_by, ends_at)
                        VALUES (:id, 'invitation', :hash, :workspaceId, :email, :roles, :createdBy,
                            now() + make_interval(secs => :lifetime))
                        """)
                .param("id", id)
                .param("hash", Tokens.hash(token))
                .param("workspaceId", invitation.workspaceId)
                .param("email", invitation.email)
                .param("roles", invitation.roles.toArray(String[]::new))
                .param("createdBy", invitation.createdBy)
                .param("lifetime", invitation.lifetime.toSeconds())
                .update();
        return token;
    }

    /// Takes back all links of a purpose, those of one account where it is given.
    void revokeAll(String purpose, @Nullable UUID accountId) {
        db.sql(
                        """
                        UPDATE one_time_link SET revoked_at = now()
                        WHERE purpose = :purpose AND used_at IS NULL AND revoked_at IS NULL
                            AND account_id IS NOT DISTINCT FROM :accountId::uuid
                        """)
                .param("purpose", purpose)
                .param("accountId", accountId)
                .update();
    }

    /// Uses a link up; false when it is none, ended, was used or taken back.
    boolean take(String purpose, String token) {
        return take(purpose, Tokens.hash(token));
    }

    private boolean take(String purpose, byte[] hash) {
        return db.sql(
                                """
                                UPDATE one_time_link SET used_at = now()
                                WHERE purpose = :purpose AND hash = :hash AND used_at IS NULL
                                    AND revoked_at IS NULL AND ends_at > now()
                                """)
                        .param("purpose", purpose)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    /// Uses an invitation up.
    public boolean takeInvitation(String token) {
        return take(INVITATION, token);
    }

    /// Uses the invitation up whose token has this hash.
    boolean takeInvitation(byte[] hash) {
        return take(INVITATION, hash);
    }

    /// Whose password a link that works may change.
    Optional<UUID> findReset(String token) {
        return db.sql(
                        """
                        SELECT account_id FROM one_time_link
                        WHERE purpose = 'password-reset' AND hash = :hash AND used_at IS NULL
                            AND revoked_at IS NULL AND ends_at > now()
                        """)
                .param("hash", Tokens.hash(token))
                .query(UUID.class)
                .optional();
    }

    /// The invitation of a token that works.
    public Optional<Led> findInvitation(String token) {
        return findInvitation(Tokens.hash(token));
    }

    /// The invitation whose token has this hash, if it works.
    Optional<Led> findInvitation(byte[] hash) {
        return db.sql(
                        """
                        SELECT l.*, p.name AS person_name, w.name AS workspace_name
                        FROM one_time_link l
                        JOIN workspace w ON w.id = l.workspace_id
                        JOIN person p ON p.workspace_id = l.workspace_id AND p.id = l.created_by
                        WHERE l.purpose = 'invitation' AND l.hash = :hash AND l.used_at IS NULL
                            AND l.revoked_at IS NULL AND l.ends_at > now()
                        """)
                .param("hash", hash)
                .query((row, index) ->
                        new Led(
                                new Workspace(
                                        Rows.id(row, "workspace_id"),
                                        Rows.text(row, "workspace_name")),
                                toInvitation(row, index)))
                .optional();
    }

    /// The invitations of a workspace that are open, newest first.
    public Page<Invitation> invitations(UUID workspaceId, Paging paging) {
        List<Invitation> found =
                db.sql(
                                """
                                SELECT l.*, p.name AS person_name
                                FROM one_time_link l
                                JOIN person p ON p.workspace_id = l.workspace_id
                                    AND p.id = l.created_by
                                WHERE l.workspace_id = :workspaceId AND l.purpose = 'invitation'
                                    AND l.used_at IS NULL AND l.revoked_at IS NULL
                                    AND l.ends_at > now()
                                    AND (:before::uuid IS NULL OR l.id < :before)
                                ORDER BY l.id DESC LIMIT :limit
                                """)
                        .param("workspaceId", workspaceId)
                        .param("before", paging.cursor().map(at -> at.id(0)).orElse(null))
                        .param("limit", paging.rows())
                        .query(LinkStore::toInvitation)
                        .list();
        return Page.of(found, paging, one -> Cursor.of(one.id()));
    }

    /// One invitation of a workspace.
    public Optional<Invitation> invitation(UUID workspaceId, UUID id) {
        return db.sql(
                        """
                        SELECT l.*, p.name AS person_name
                        FROM one_time_link l
                        JOIN person p ON p.workspace_id = l.workspace_id AND p.id = l.created_by
                        WHERE l.workspace_id = :workspaceId AND l.id = :id
                            AND l.purpose = 'invitation'
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .query(LinkStore::toInvitation)
                .optional();
    }

    /// Takes the open invitations of an address back; of one invitation where it is given.
    public int revokeInvitations(UUID workspaceId, @Nullable UUID id, @Nullable String email) {
        return db.sql(
                        """
                        UPDATE one_time_link SET revoked_at = now()
                        WHERE workspace_id = :workspaceId AND purpose = 'invitation'
                            AND used_at IS NULL AND revoked_at IS NULL
                            AND (id = :id::uuid OR email = :email::text)
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .param("email", email)
                .update();
    }

    int forgetOld() {
        return db.sql("DELETE FROM one_time_link WHERE ends_at < now() - interval '30 days'")
                .update();
    }

    private static Invitation toInvitation(ResultSet row, int index) throws SQLException {
        Instant endsAt = Rows.time(row, "ends_at");
        boolean accepted = Rows.findTime(row, "used_at") != null;
        boolean revoked = Rows.findTime(row, "revoked_at") != null;
        String late = endsAt.isBefore(Instant.now()) ? "expired" : "open";
        return new Invitation(
                Rows.id(row, "id"),
                Rows.text(row, "email"),
                Rows.texts(row, "roles"),
                accepted ? "accepted" : revoked ? "revoked" : late,
                Rows.time(row, "created_at"),
                new Person(Rows.id(row, "created_by"), Rows.text(row, "person_name")),
                endsAt);
    }
}
