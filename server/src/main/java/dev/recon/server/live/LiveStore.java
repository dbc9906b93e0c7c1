package dev.recon.server.live;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The events of the last hour, by workspace.
@Component
record LiveStore(JdbcClient db) {
    static final String CHANNEL = "recon_live";
    private static final int FORGOTTEN_AT_ONCE = 10_000;

    /// An event and its place in the order of its workspace.
    ///
    /// @param at when the database transaction of what it tells began
    record Stored(long id, String text, Instant at) {}

    /// Adds an event in the caller's database transaction, which should do nothing after it.
    void add(UUID workspaceId, String text) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:workspaceId, 7))")
                .param("workspaceId", workspaceId.toString())
                .query((_, _) -> true)
                .single();
        db.sql("INSERT INTO live_event (workspace_id, text) VALUES (:workspaceId, :text)")
                .param("workspaceId", workspaceId)
                .param("text", text)
                .update();
    }

    /// Calls the other servers, once the transaction is committed.
    void call(UUID workspaceId) {
        db.sql("SELECT pg_notify('recon_live', :workspaceId)")
                .param("workspaceId", workspaceId.toString())
                .query((_, _) -> true)
                .single();
    }

    List<Stored> after(UUID workspaceId, long id) {
        return db.sql(
                        """
                        SELECT id, text, created_at FROM live_event
                        WHERE workspace_id = :workspaceId AND id > :id
                        ORDER BY id LIMIT :limit
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .param("limit", Limits.LIVE_EVENTS_READ_MAX)
                .query((row, _) ->
                        new Stored(
                                row.getLong("id"),
                                row.getString("text"),
                                Rows.time(row, "created_at")))
                .list();
    }

    long last(UUID workspaceId) {
        return db.sql(
                        """
                        SELECT coalesce(max(id), 0) FROM live_event
                        WHERE workspace_id = :workspaceId
                        """)
                .param("workspaceId", workspaceId)
                .query(Long.class)
                .single();
    }

    boolean has(UUID workspaceId, long id) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM live_event
                            WHERE workspace_id = :workspaceId AND id = :id)
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /// Forgets what nobody can have missed, in all workspaces, also where nobody watches; a part at
    /// a time, so that no statement takes long.
    void forgetOld() {
        int forgotten = FORGOTTEN_AT_ONCE;
        while (forgotten == FORGOTTEN_AT_ONCE) {
            forgotten =
                    db.sql(
                                    """
                                    DELETE FROM live_event WHERE (workspace_id, id) IN (
                                        SELECT workspace_id, id FROM live_event
                                        WHERE created_at < now() - interval '1 hour'
                                        ORDER BY created_at LIMIT :max)
                                    """)
                            .param("max", FORGOTTEN_AT_ONCE)
                            .update();
        }
    }
}
