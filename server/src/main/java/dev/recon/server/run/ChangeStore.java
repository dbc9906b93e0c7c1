package dev.recon.server.run;

import dev.recon.server.platform.Rows;
import dev.recon.server.run.RunTotals.Bucket;
import dev.recon.server.run.RunTotals.Converted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people's decisions changed of the facts of a run, added up in the database.
@Component
record ChangeStore(JdbcClient db) {
    /// Breaks of a kind, a status and a currency; what left its place has negative counts.
    record BreakCount(String kind, String status, String currency, long count, long units) {
        /// What a run found, which is open.
        static BreakCount open(RunTotals.BreakTotal found) {
            return new BreakCount(
                    found.kind(), "open", found.currency(), found.breaks(), found.units());
        }

        String place() {
            return kind + " " + currency + " " + status;
        }

        BreakCount plus(BreakCount other) {
            return new BreakCount(
                    kind,
                    status,
                    currency,
                    Math.addExact(count, other.count),
                    Math.addExact(units, other.units));
        }
    }

    /// How many matches of a pass and a status came or went.
    record MatchChange(String pass, String status, long came) {}

    /// All that was changed of one run.
    ///
    /// @param entriesMoved that stand elsewhere now: what left its place has negative counts
    /// @param converted what matches that came convert, less what those that went did
    /// @param breaks what was resolved, and what decisions made
    record Changes(
            List<Bucket> entriesMoved,
            List<MatchChange> matchesChanged,
            List<Converted> converted,
            List<BreakCount> breaks) {}

    /// What was changed of each of these runs.
    Map<UUID, Changes> of(UUID workspaceId, Collection<UUID> runIds) {
        Asked asked = new Asked(workspaceId, runIds.toArray(UUID[]::new));
        Map<UUID, List<Bucket>> moved = entriesMoved(asked);
        Map<UUID, List<MatchChange>> matches = matchesChanged(asked);
        Map<UUID, List<Converted>> converted = converted(asked);
        Map<UUID, List<BreakCount>> breaks = breaks(asked);
        return runIds.stream()
                .collect(
                        Collectors.toMap(
                                id -> id,
                                id ->
                                        new Changes(
                                                moved.getOrDefault(id, List.of()),
                                                matches.getOrDefault(id, List.of()),
                                                converted.getOrDefault(id, List.of()),
                                                breaks.getOrDefault(id, List.of()))));
    }

    private record Asked(UUID workspaceId, UUID[] runIds) {}

    /// A statement about these runs, whose rows go to their runs in the order in which they come.
    private <T> Map<UUID, List<T>> byRun(Asked asked, String sql, RowMapper<T> mapper) {
        Map<UUID, List<T>> found = new HashMap<>();
        db.sql(sql)
                .param("workspaceId", asked.workspaceId)
                .param("runIds", asked.runIds)
                .query(row -> {
                    found.computeIfAbsent(Rows.id(row, "run_id"), _ -> new ArrayList<>())
                            .add(mapper.mapRow(row, row.getRow()));
                });
        return found;
    }

    private Map<UUID, List<Bucket>> entriesMoved(Asked asked) {
        return byRun(
                asked,
                """
                SELECT run_id, status, pass, side, currency, sum(entries) AS entries,
                    sum(units) AS units, sum(absolute_units) AS absolute_units
                FROM (
                    SELECT run_id, status, coalesce(pass, '') AS pass, side, currency,
                        1 AS entries, amount_units AS units,
                        abs(amount_units) AS absolute_units
                    FROM entry_change
                    WHERE workspace_id = :workspaceId AND run_id = ANY (:runIds)
                    UNION ALL
                    SELECT run_id, found_status, coalesce(found_pass, ''), side, currency,
                        -1, -amount_units, -abs(amount_units)
                    FROM entry_change
                    WHERE workspace_id = :workspaceId AND run_id = ANY (:runIds)) moved
                GROUP BY run_id, status, pass, side, currency
                """,
                (row, _) ->
                        new Bucket(
                                Rows.text(row, "status"),
                                Rows.text(row, "pass"),
                                Rows.text(row, "side"),
                                Rows.text(row, "currency"),
                                row.getLong("entries"),
                                row.getLong("units"),
                                row.getLong("absolute_units")));
    }

    private Map<UUID, List<MatchChange>> matchesChanged(Asked asked) {
        return byRun(
                asked,
                """
                SELECT run_id, pass, status, sum(came) AS came
                FROM (
                    SELECT run_id, pass, status, 1 AS came FROM match_change
                    WHERE workspace_id = :workspaceId AND run_id = ANY (:runIds)
                        AND status <> 'gone'
                    UNION ALL
                    SELECT run_id, pass, found_status, -1 FROM match_change
                    WHERE workspace_id = :workspaceId AND run_id = ANY (:runIds)
                        AND found_status IS NOT NULL) changed
                GROUP BY run_id, pass, status
                """,
                (row, _) ->
                        new MatchChange(
                                Rows.text(row, "pass"),
                                Rows.text(row, "status"),
                                row.getLong("came")));
    }

    private Map<UUID, List<Converted>> converted(Asked asked) {
        return byRun(
                asked,
                """
                SELECT kept.run_id, kept.currency, sum(kept.units * ((changed.status <> 'gone')::int
                    - (changed.found_status IS NOT NULL)::int))::bigint AS units
                FROM match_conversion kept
                JOIN match_change changed ON changed.workspace_id = kept.workspace_id
                    AND changed.run_id = kept.run_id AND changed.number = kept.number
                WHERE kept.workspace_id = :workspaceId AND kept.run_id = ANY (:runIds)
                GROUP BY kept.run_id, kept.currency
                ORDER BY kept.currency
                """,
                (row, _) -> new Converted(Rows.text(row, "currency"), row.getLong("units")));
    }

    private Map<UUID, List<BreakCount>> breaks(Asked asked) {
        return byRun(
                asked,
                """
                SELECT run_id, kind, status, currency, sum(breaks) AS breaks,
                    sum(units)::bigint AS units
                FROM (
                    SELECT run_id, kind, status, currency, 1 AS breaks, value_units AS units
                    FROM break
                    WHERE workspace_id = :workspaceId AND run_id = ANY (:runIds)
                        AND (status = 'resolved' OR made_by IS NOT NULL)
                    UNION ALL
                    SELECT run_id, kind, 'open', currency, -1, -value_units
                    FROM break
                    WHERE workspace_id = :workspaceId AND run_id = ANY (:runIds)
                        AND status = 'resolved' AND made_by IS NULL)
                    changed
                GROUP BY run_id, kind, status, currency
                """,
                ChangeStore::toBreakCount);
    }

    /// The breaks that runs of older programs found, which did not count them.
    Map<UUID, List<RunTotals.BreakTotal>> foundBreaks(UUID workspaceId, Collection<UUID> runIds) {
        return byRun(
                new Asked(workspaceId, runIds.toArray(UUID[]::new)),
                """
                SELECT run_id, kind, currency, count(*) AS breaks,
                    sum(value_units)::bigint AS units
                FROM break
                WHERE workspace_id = :workspaceId AND run_id = ANY (:runIds)
                    AND made_by IS NULL
                GROUP BY run_id, kind, currency
                """,
                (row, _) ->
                        new RunTotals.BreakTotal(
                                Rows.text(row, "kind"),
                                Rows.text(row, "currency"),
                                row.getLong("breaks"),
                                row.getLong("units")));
    }

    private static BreakCount toBreakCount(ResultSet row, int index) throws SQLException {
        return new BreakCount(
                Rows.text(row, "kind"),
                Rows.text(row, "status"),
                Rows.text(row, "currency"),
                row.getLong("breaks"),
                row.getLong("units"));
    }
}
