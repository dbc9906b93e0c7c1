package dev.recon.server.access;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import dev.recon.server.secret.AccessTokens.Claims;
import dev.recon.server.settings.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds who sends a request, as things stand now: one statement a request.
@Component
record CallerStore(JdbcClient db, Settings settings) {
    /// The person of an access token, unless the session has ended, the person is disabled, their
    /// roles are others than when it was made, or all tokens of then were ended. No clock but the
    /// database's has a word in it.
    Optional<Caller> findBySession(Claims claims) {
        return db.sql(
                        """
                        SELECT p.workspace_id, p.id, p.name,
                            NOT a.totp_confirmed AND NOT EXISTS (
                                SELECT FROM passkey k WHERE k.account_id = a.id)
                                AND s.method <> 'oidc' AND EXISTS (
                                SELECT FROM person_role r
                                WHERE r.workspace_id = p.workspace_id AND r.person_id = p.id
                                    AND r.role = 'admin') AS unguarded,
                            p.permissions, p.version, p.member_of
                        FROM session s
                        JOIN account a ON a.id = s.account_id
                        JOIN person_sight p ON p.workspace_id = :workspaceId AND p.account_id = a.id
                        WHERE s.id = :sessionId AND s.account_id = :accountId
                            AND s.revoked_at IS NULL AND s.ends_at > now()
                            AND p.status = 'active' AND p.roles_version = :rolesVersion
                            AND a.tokens_version = :tokensVersion
                        """)
                .param("workspaceId", claims.workspaceId())
                .param("sessionId", claims.sessionId())
                .param("accountId", claims.accountId())
                .param("rolesVersion", claims.versions().roles())
                .param("tokensVersion", claims.versions().tokens())
                .query((row, _) -> {
                    Sight sight = sight(row, permissions(row, "permissions"));
                    return new Caller(
                            actor(row, sight),
                            claims.accountId(),
                            Optional.of(claims.sessionId()),
                            sight,
                            isDue(row));
                })
                .optional();
    }

    /// The person for whom a key acts, with what both the key and the person may.
    Optional<Caller> findByKey(UUID keyId, byte[] hash) {
        return db.sql(
                        """
                        SELECT p.workspace_id, p.id, p.name, p.account_id, k.scopes,
                            NOT a.totp_confirmed AND NOT EXISTS (
                                SELECT FROM passkey k WHERE k.account_id = a.id)
                                AND a.password_hash IS NOT NULL AND EXISTS (
                                SELECT FROM person_role r
                                WHERE r.workspace_id = p.workspace_id AND r.person_id = p.id
                                    AND r.role = 'admin') AS unguarded,
                            p.permissions, p.version, p.member_of
                        FROM api_key k
                        JOIN person_sight p ON p.workspace_id = k.workspace_id
                            AND p.id = k.person_id
                        JOIN account a ON a.id = p.account_id
                        WHERE k.id = :id AND k.hash = :hash AND k.revoked_at IS NULL
                            AND (k.ends_at IS NULL OR k.ends_at > now()) AND p.status = 'active'
                        """)
                .param("id", keyId)
                .param("hash", hash)
                .query((row, _) -> {
                    Set<Permission> allowed = permissions(row, "permissions");
                    allowed.retainAll(permissions(row, "scopes"));
                    Sight sight = sight(row, allowed);
                    return new Caller(
                            actor(row, sight),
                            Rows.id(row, "account_id"),
                            Optional.empty(),
                            sight,
                            isDue(row));
                })
                .optional();
    }

    /// Keeps when a key was used, to the minute: who uses it a thousand times a second writes once.
    void used(UUID workspaceId, UUID keyId) {
        db.sql(
                        """
                        UPDATE api_key SET used_at = now()
                        WHERE workspace_id = :workspaceId AND id = :id
                            AND (used_at IS NULL OR used_at < now() - interval '1 minute')
                        """)
                .param("workspaceId", workspaceId)
                .param("id", keyId)
                .update();
    }

    /// Has an admin no second factor where admins need one? A provider answers for its own.
    private boolean isDue(ResultSet row) throws SQLException {
        return settings.signOn().adminSecondFactor() && row.getBoolean("unguarded");
    }

    private static Sight sight(ResultSet row, Set<Permission> permissions) throws SQLException {
        return new Sight(
                Hex.of(Rows.bytes(row, "version")),
                Collections.unmodifiableSet(permissions),
                Set.copyOf(Rows.ids(row, "member_of")));
    }

    private static Actor actor(ResultSet row, Sight sight) throws SQLException {
        return new Actor(
                Rows.id(row, "workspace_id"),
                new Person(Rows.id(row, "id"), Rows.text(row, "name")),
                sight.permissions());
    }

    private static Set<Permission> permissions(ResultSet row, String column) throws SQLException {
        Set<Permission> found = EnumSet.noneOf(Permission.class);
        for (String word : Rows.texts(row, column)) {
            Permission.find(word).ifPresent(found::add);
        }
        return found;
    }
}
