package dev.recon.server;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the database of a test refuse every change that has no audit event in its transaction, so
/// that each test of a change is also a test of its event.
final class AuditNet {
    /// Tables whose changes are not history, each with the reason.
    private static final Map<String, String> NO_HISTORY =
            Map.ofEntries(
                    Map.entry("audit_event", "is the history"),
                    Map.entry("audit_head", "is the history"),
                    Map.entry("audit_check", "says what a verification found"),
                    Map.entry("live_event", "tells for an hour what other rows say"),
                    Map.entry("live_ticket", "opens a socket for half a minute"),
                    Map.entry("decided_alone", "sums up decisions of a day, which are events"),
                    Map.entry("presence", "says for a moment who looks at what"),
                    Map.entry("idempotency_key", "keeps answers for a day"),
                    Map.entry(
                            "one_time_link",
                            "what it is made for, and what it is used for, is the event"),
                    Map.entry("fetched_file", "became a delivery, which is the event"),
                    Map.entry("file_table", "is made again from its file at any time"),
                    Map.entry("file_table_segment", "is made again from its file at any time"),
                    Map.entry("run_handover", "ends with its run, which is the event"),
                    Map.entry("comparison_change", "is worked out again at any time"));

    /// A run or a comparison that goes on is no event, nor is a look at a place, nor is a session
    /// or a key that is used; that it ends is.
    private static final Map<String, String> ONLY_WHEN =
            Map.of(
                    "source_place",
                    "WHEN (OLD.set_at IS DISTINCT FROM NEW.set_at)",
                    "session",
                    "WHEN (OLD.revoked_at IS DISTINCT FROM NEW.revoked_at)",
                    "api_key",
                    "WHEN (OLD.revoked_at IS DISTINCT FROM NEW.revoked_at)",
                    "comparison",
                    "WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status = 'cancelled')",
                    "run",
                    "WHEN (OLD.status IS DISTINCT FROM NEW.status"
                            + " AND NEW.status NOT IN ('queued', 'running'))");

    private AuditNet() {}

    /// Where it is not there yet: [TestDatabase#fresh] and other servers of a database have it.
    static void install(DataSource source) {
        JdbcClient db = JdbcClient.create(source);
        if (isInstalled(db)) {
            return;
        }
        db.sql(
                        """
                        CREATE OR REPLACE FUNCTION audit_net() RETURNS trigger AS $$
                        BEGIN
                            IF NOT EXISTS (
                                SELECT FROM audit_head
                                WHERE workspace_id = coalesce(NEW.workspace_id, OLD.workspace_id)
                                    AND xmin = pg_current_xact_id()::xid) THEN
                                RAISE EXCEPTION
                                    '% of % without an audit event: append one in the same'
                                    ' transaction, or give the reason in AuditNet',
                                    TG_OP, TG_TABLE_NAME;
                            END IF;
                            RETURN NULL;
                        END
                        $$ LANGUAGE plpgsql
                        """)
                .update();
        for (String table : tables(db)) {
            if (ONLY_WHEN.containsKey(table)) {
                trigger(db, table, "INSERT OR DELETE", "");
                trigger(db, table, "UPDATE", ONLY_WHEN.get(table));
            } else if (!NO_HISTORY.containsKey(table)) {
                trigger(db, table, "INSERT OR UPDATE OR DELETE", "");
            }
        }
    }

    private static boolean isInstalled(JdbcClient db) {
        return db.sql("SELECT EXISTS (SELECT FROM pg_trigger WHERE tgname LIKE 'audit_net%')")
                .query(Boolean.class)
                .single();
    }

    private static List<String> tables(JdbcClient db) {
        return db.sql(
                        """
                        SELECT c.table_name FROM information_schema.columns c
                        JOIN information_schema.tables t USING (table_schema, table_name)
                        WHERE c.table_schema = 'public' AND c.column_name = 'workspace_id'
                            AND t.table_type = 'BASE TABLE'
                        ORDER BY 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static void trigger(JdbcClient db, String table, String events, String condition) {
        String name = "audit_net_" + events.replace(" ", "_").toLowerCase(java.util.Locale.ROOT);
        db.sql(
                        """
                        CREATE CONSTRAINT TRIGGER %s AFTER %s ON %s
                        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW %s
                        EXECUTE FUNCTION audit_net()
                        """
                                .formatted(name, events, table, condition))
                .update();
    }
}
