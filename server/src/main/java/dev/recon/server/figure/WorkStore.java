package dev.recon.server.figure;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Rows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the newest result of each reconciliation comes to, over all workspaces: numbers only.
@Component
record WorkStore(JdbcClient db) {
    /// Entries as the runs found them.
    ///
    /// @param automatic those that no person matched
    record Found(long entries, long matched, long automatic) {}

    /// What was given up in one queue because it ended its worker again and again.
    record GivenUp(String queue, long count) {}

    /// Runs and comparisons of the last days that were given up and not begun again since.
    List<GivenUp> givenUp() {
        return db.sql(
                        """
                        SELECT 'runs' AS queue, count(*) AS given_up FROM run r
                        WHERE r.status = 'failed' AND r.attempts > :attemptsMax
                            AND r.finished_at > now() - make_interval(days => :days)
                            AND NOT EXISTS (
                                SELECT FROM run later
                                WHERE later.workspace_id = r.workspace_id
                                    AND later.reconciliation_id = r.reconciliation_id
                                    AND later.number > r.number)
                        UNION ALL
                        SELECT 'comparisons', count(*) FROM comparison c
                        WHERE c.status = 'failed' AND c.attempts > :attemptsMax
                            AND c.finished_at > now() - make_interval(days => :days)
                            AND NOT EXISTS (
                                SELECT FROM comparison later
                                WHERE later.workspace_id = c.workspace_id
                                    AND later.run_id = c.run_id AND later.created_at > c.created_at)
                        """)
                .param("attemptsMax", Limits.RUN_ATTEMPTS_MAX)
                .param("days", Limits.GIVEN_UP_DAYS)
                .query((row, _) -> new GivenUp(Rows.text(row, "queue"), row.getLong("given_up")))
                .list();
    }

    Found found() {
        return db.sql(
                        """
                        SELECT coalesce(sum(bucket.entries), 0) AS entries,
                            coalesce(sum(bucket.entries)
                                FILTER (WHERE bucket.status = 'matched'), 0) AS matched,
                            coalesce(sum(bucket.entries)
                                FILTER (WHERE bucket.status = 'matched'
                                    AND bucket.pass <> 'by-hand'), 0) AS automatic
                        FROM (
                            SELECT DISTINCT ON (workspace_id, reconciliation_id) totals
                            FROM run WHERE status = 'done'
                            ORDER BY workspace_id, reconciliation_id, number DESC) r
                        CROSS JOIN LATERAL jsonb_to_recordset(r.totals::jsonb -> 'buckets')
                            AS bucket (status text, pass text, entries bigint)
                        """)
                .query((row, _) ->
                        new Found(
                                row.getLong("entries"),
                                row.getLong("matched"),
                                row.getLong("automatic")))
                .single();
    }

    /// How many more entries are matched since people decided.
    long matchedByPeople() {
        return db.sql(
                        """
                        SELECT coalesce(sum((e.status = 'matched')::integer
                            - (e.found_status = 'matched')::integer), 0)
                        FROM (
                            SELECT DISTINCT ON (workspace_id, reconciliation_id) workspace_id, id
                            FROM run WHERE status = 'done'
                            ORDER BY workspace_id, reconciliation_id, number DESC) r
                        JOIN entry_change e ON e.workspace_id = r.workspace_id AND e.run_id = r.id
                        """)
                .query(Long.class)
                .single();
    }

    /// Open entries of one side that are open for so long.
    record Open(String side, String age, long entries) {}

    List<Open> open() {
        return db.sql(
                        """
                        SELECT b.side, CASE
                                WHEN since.at > now() - interval '7 days' THEN '0-7'
                                WHEN since.at > now() - interval '30 days' THEN '8-30'
                                WHEN since.at > now() - interval '90 days' THEN '31-90'
                                ELSE '91-' END AS age, count(*) AS entries
                        FROM (
                            SELECT DISTINCT ON (workspace_id, reconciliation_id)
                                workspace_id, id, finished_at
                            FROM run WHERE status = 'done'
                            ORDER BY workspace_id, reconciliation_id, number DESC) r
                        JOIN break b ON b.workspace_id = r.workspace_id AND b.run_id = r.id
                        CROSS JOIN LATERAL (
                            SELECT coalesce(b.first_seen_at, r.finished_at) AS at) since
                        WHERE b.status = 'open' AND b.side IS NOT NULL AND b.match_number IS NULL
                        GROUP BY b.side, age
                        """)
                .query((row, _) ->
                        new Open(
                                Rows.text(row, "side"),
                                Rows.text(row, "age"),
                                row.getLong("entries")))
                .list();
    }

    /// Breaks that are open for more than so many days.
    long openLongerThan(int days) {
        return db.sql(
                        """
                        SELECT count(*)
                        FROM (
                            SELECT DISTINCT ON (workspace_id, reconciliation_id)
                                workspace_id, id, finished_at
                            FROM run WHERE status = 'done'
                            ORDER BY workspace_id, reconciliation_id, number DESC) r
                        JOIN break b ON b.workspace_id = r.workspace_id AND b.run_id = r.id
                        WHERE b.status = 'open' AND coalesce(b.first_seen_at, r.finished_at)
                            < now() - make_interval(days => :days)
                        """)
                .param("days", days)
                .query(Long.class)
                .single();
    }

    /// Decisions that wait for another person.
    long waiting() {
        return db.sql(
                        """
                        SELECT count(*) FROM approval
                        WHERE workspace_id IS NOT NULL AND status = 'waiting'
                        """)
                .query(Long.class)
                .single();
    }
}
