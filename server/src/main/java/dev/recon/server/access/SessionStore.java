package dev.recon.server.access;

import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sessions and their refresh tokens in the database.
@Component
record SessionStore(JdbcClient db) {
    /// A session that begins.
    record New(UUID id, UUID accountId, UUID workspaceId, SessionService.How how) {}

    /// A refresh token and the session it belongs to, under a lock on the session.
    ///
    /// @param use how often it has come, and when
    record Kept(UUID sessionId, UUID accountId, UUID workspaceId, boolean ended, Use use) {}

    /// How often a refresh token has come.
    enum Use {
        FIRST,
        /// So soon after the first that it is another tab.
        SECOND_TAB,
        AGAIN
    }

    void add(New session, byte[] tokenHash) {
        db.sql(
                        """
                        INSERT INTO session
                            (id, account_id, workspace_id, device, address, method,
                            provider_session, ends_at)
                        VALUES (:id, :accountId, :workspaceId, :device, :address, :method,
                            :providerSession, now() + make_interval(secs => :lifetime))
                        """)
                .param("id", session.id)
                .param("accountId", session.accountId)
                .param("workspaceId", session.workspaceId)
                .param("device", session.how.client().device())
                .param("address", session.how.client().address())
                .param("method", session.how.method())
                .param("providerSession", session.how.providerSession().orElse(null))
                .param("lifetime", Session.LIFETIME.toSeconds())
                .update();
        addToken(session.id, tokenHash);
    }

    void addToken(UUID sessionId, byte[] hash) {
        db.sql(
                        """
                        INSERT INTO refresh_token (hash, session_id, ends_at)
                        VALUES (:hash, :sessionId, now() + make_interval(secs => :idle))
                        """)
                .param("hash", hash)
                .param("sessionId", sessionId)
                .param("idle", Session.IDLE.toSeconds())
                .update();
    }

    Optional<Kept> lock(byte[] tokenHash) {
        return db.sql(
                        """
                        SELECT s.id, s.account_id, s.workspace_id,
                            CASE WHEN t.replaced_at IS NULL THEN 'FIRST'
                                WHEN t.replaced_at > now() - make_interval(secs => :grace)
                                    THEN 'SECOND_TAB'
                                ELSE 'AGAIN' END AS use,
                            s.revoked_at IS NOT NULL OR s.ends_at <= now() OR t.ends_at <= now()
                                AS ended
                        FROM session s JOIN refresh_token t ON t.session_id = s.id
                        WHERE t.hash = :hash FOR UPDATE OF s, t
                        """)
                .param("hash", tokenHash)
                .param("grace", Session.GRACE.toSeconds())
                .query((row, _) ->
                        new Kept(
                                Rows.id(row, "id"),
                                Rows.id(row, "account_id"),
                                Rows.id(row, "workspace_id"),
                                row.getBoolean("ended"),
                                Use.valueOf(Rows.text(row, "use"))))
                .optional();
    }

    void replace(UUID sessionId, byte[] used, byte[] next) {
        db.sql("UPDATE refresh_token SET replaced_at = now() WHERE hash = :hash")
                .param("hash", used)
                .update();
        addToken(sessionId, next);
    }

    void use(UUID sessionId, UUID workspaceId) {
        db.sql(
                        """
                        UPDATE session SET used_at = now(), workspace_id = :workspaceId
                        WHERE id = :id
                        """)
                .param("workspaceId", workspaceId)
                .param("id", sessionId)
                .update();
    }

    /// Did somebody sign in so long ago at most?
    boolean isYoung(UUID sessionId, Duration age) {
        return db.sql(
                        """
                        SELECT created_at > now() - make_interval(secs => :age)
                        FROM session WHERE id = :id
                        """)
                .param("age", age.toSeconds())
                .param("id", sessionId)
                .query(Boolean.class)
                .single();
    }

    /// Ends a session of the account; false when it has none such that goes on.
    boolean end(UUID accountId, UUID sessionId, Session.Ending why) {
        return db.sql(
                                """
                                UPDATE session SET revoked_at = now(), revoked_because = :why
                                WHERE id = :id AND account_id = :accountId AND revoked_at IS NULL
                                """)
                        .param("why", why.word())
                        .param("id", sessionId)
                        .param("accountId", accountId)
                        .update()
                == 1;
    }

    /// Ends all sessions of the account but one.
    void endAll(UUID accountId, @Nullable UUID butOne, Session.Ending why) {
        db.sql(
                        """
                        UPDATE session SET revoked_at = now(), revoked_because = :why
                        WHERE account_id = :accountId AND revoked_at IS NULL
                            AND id IS DISTINCT FROM :butOne::uuid
                        """)
                .param("why", why.word())
                .param("accountId", accountId)
                .param("butOne", butOne)
                .update();
    }

    /// Where the account is signed in, newest first.
    List<Session> list(UUID accountId, UUID current) {
        return db.sql(
                        """
                        SELECT * FROM session
                        WHERE account_id = :accountId AND revoked_at IS NULL AND ends_at > now()
                        ORDER BY created_at DESC, id LIMIT 200
                        """)
                .param("accountId", accountId)
                .query((row, _) -> toSession(row, current))
                .list();
    }

    /// Forgets sessions that ended a week ago, with their tokens.
    int forgetOld() {
        return db.sql("DELETE FROM session WHERE ends_at < now() - interval '7 days'").update();
    }

    private static Session toSession(ResultSet row, UUID current) throws SQLException {
        UUID id = Rows.id(row, "id");
        return new Session(
                id,
                Rows.text(row, "device"),
                Rows.text(row, "address"),
                Rows.text(row, "method"),
                Rows.time(row, "created_at"),
                Rows.time(row, "used_at"),
                Rows.time(row, "ends_at"),
                id.equals(current));
    }
}
