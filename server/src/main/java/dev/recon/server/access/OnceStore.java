package dev.recon.server.access;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The answers that were given, by key.
@Component
record OnceStore(JdbcClient db) {
    record Kept(byte[] fingerprint, Answer answer) {}

    /// Takes the key for this request; false when another request had it. Waits a little for one
    /// that is still running.
    boolean take(Actor actor, String key, byte[] fingerprint) {
        if (key.isBlank() || key.length() > 100) {
            throw Problem.badRequest("Idempotency-Key must have 1 to 100 characters.");
        }
        db.sql("SELECT set_config('lock_timeout', :millis, true)")
                .param("millis", Limits.SAME_KEY_WAIT.toMillis() + "ms")
                .query((_, _) -> true)
                .single();
        boolean taken =
                db.sql(
                                        """
                                        INSERT INTO idempotency_key
                                            (workspace_id, person_id, key, fingerprint)
                                        VALUES (:workspaceId, :personId, :key, :fingerprint)
                                        ON CONFLICT DO NOTHING
                                        """)
                                .param("workspaceId", actor.workspaceId())
                                .param("personId", actor.person().id())
                                .param("key", key)
                                .param("fingerprint", fingerprint)
                                .update()
                        == 1;
        db.sql("SELECT set_config('lock_timeout', '0', true)").query((_, _) -> true).single();
        return taken;
    }

    void keep(Actor actor, String key, Answer answer) {
        db.sql(
                        """
                        UPDATE idempotency_key
                        SET status = :status, location = :location, etag = :etag, body = :body
                        WHERE workspace_id = :workspaceId AND person_id = :personId AND key = :key
                        """)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("workspaceId", actor.workspaceId())
                .param("personId", actor.person().id())
                .param("key", key)
                .update();
    }

    Kept get(Actor actor, String key) {
        return db.sql(
                        """
                        SELECT fingerprint, status, location, etag, body FROM idempotency_key
                        WHERE workspace_id = :workspaceId AND person_id = :personId AND key = :key
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("personId", actor.person().id())
                .param("key", key)
                .query(OnceStore::toKept)
                .single();
    }

    /// Forgets what is older than a day.
    int forgetOld() {
        return db.sql(
                        """
                        DELETE FROM idempotency_key
                        WHERE created_at < now() - interval '24 hours'
                        """)
                .update();
    }

    private static Kept toKept(ResultSet row, int index) throws SQLException {
        Answer answer =
                new Answer(
                        row.getInt("status"),
                        Rows.findText(row, "location"),
                        Rows.findText(row, "etag"),
                        Rows.bytes(row, "body"));
        return new Kept(Rows.bytes(row, "fingerprint"), answer);
    }
}
