package dev.recon.server.run;

import dev.recon.server.platform.Rows;
import dev.recon.server.run.RunTotals.Bucket;
import dev.recon.server.run.RunTotals.Converted;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people's decisions changed of the facts of a run, added up in the database.
@Component
record ChangeStore(JdbcClient db) {
    /// Breaks of a kind, a status and a currency.
    record BreakCount(String kind, String status, String currency, long count, long units) {}

    /// How many matches of a pass and a status came or went.
    record MatchChange(String pass, String status, long came) {}

    /// Entries that stand elsewhere now: what left its place has negative counts.
    List<Bucket> entriesMoved(RunRow run) {
        return db.sql(
                        """
                        SELECT status, pass, side, currency, sum(entries) AS entries,
                            sum(units) AS units, sum(absolute_units) AS absolute_units
                        FROM (
                            SELECT status, coalesce(pass, '') AS pass, side, currency,
                                1 AS entries, amount_units AS units,
                                abs(amount_units) AS absolute_units
                            FROM entry_change
                            WHERE workspace_id = :workspaceId AND run_id = :runId
                            UNION ALL
                            SELECT found_status, coalesce(found_pass, ''), side, currency,
                                -1, -amount_units, -abs(amount_units)
                            FROM entry_change
                            WHERE workspace_id = :workspaceId AND run_id = :runId) moved
                        GROUP BY status, pass, side, currency
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((row, _) ->
                        new Bucket(
                                Rows.text(row, "status"),
                                Rows.text(row, "pass"),
                                Rows.text(row, "side"),
                                Rows.text(row, "currency"),
                                row.getLong("entries"),
                                row.getLong("units"),
                                row.getLong("absolute_units")))
                .list();
    }

    List<MatchChange> matchesChanged(RunRow run) {
        return db.sql(
                        """
                        SELECT pass, status, sum(came) AS came
                        FROM (
                            SELECT pass, status, 1 AS came FROM match_change
                            WHERE workspace_id = :workspaceId AND run_id = :runId
                                AND status <> 'gone'
                            UNION ALL
                            SELECT pass, found_status, -1 FROM match_change
                            WHERE workspace_id = :workspaceId AND run_id = :runId
                                AND found_status IS NOT NULL) changed
                        GROUP BY pass, status
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((row, _) ->
                        new MatchChange(
                                Rows.text(row, "pass"),
                                Rows.text(row, "status"),
                                row.getLong("came")))
                .list();
    }

    /// What matches that came convert, less what those that went did.
    List<Converted> converted(RunRow run) {
        return db.sql(
                        """
                        SELECT kept.currency, sum(kept.units * ((changed.status <> 'gone')::int
                            - (changed.found_status IS NOT NULL)::int))::bigint AS units
                        FROM match_conversion kept
                        JOIN match_change changed ON changed.workspace_id = kept.workspace_id
                            AND changed.run_id = kept.run_id AND changed.number = kept.number
                        WHERE kept.workspace_id = :workspaceId AND kept.run_id = :runId
                        GROUP BY kept.currency
                        ORDER BY kept.currency
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((row, _) -> new Converted(Rows.text(row, "currency"), row.getLong("units")))
                .list();
    }

    List<BreakCount> breaks(RunRow run) {
        return db.sql(
                        """
                        SELECT kind, status, currency, count(*) AS breaks,
                            sum(value_units)::bigint AS units
                        FROM break
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                        GROUP BY kind, status, currency
                        ORDER BY kind, currency, status
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((row, _) ->
                        new BreakCount(
                                Rows.text(row, "kind"),
                                Rows.text(row, "status"),
                                Rows.text(row, "currency"),
                                row.getLong("breaks"),
                                row.getLong("units")))
                .list();
    }
}
