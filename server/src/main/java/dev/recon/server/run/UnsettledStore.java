package dev.recon.server.run;

import dev.recon.engine.table.Side;
import dev.recon.server.platform.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people's decisions changed of what a run settled.
@Component
record UnsettledStore(JdbcClient db) {
    /// The matches that were made or changed, with their status now.
    Map<Integer, String> matches(RunRow run) {
        Map<Integer, String> found = new HashMap<>();
        db.sql(
                        """
                        SELECT number, status FROM match_change
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query(row -> {
                    found.put(row.getInt("number"), Rows.text(row, "status"));
                });
        return found;
    }

    /// The entries of a side that were moved: for each line the match that holds it, 0 for none.
    Map<Integer, Integer> entries(RunRow run, Side side) {
        Map<Integer, Integer> found = new HashMap<>();
        db.sql(
                        """
                        SELECT line, coalesce(match_number, 0) AS match_number FROM entry_change
                        WHERE workspace_id = :workspaceId AND run_id = :runId AND side = :side
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side.word())
                .query(row -> {
                    found.put(row.getInt("line"), row.getInt("match_number"));
                });
        return found;
    }

    /// Since when the breaks of a side are known, where that is before their run: by line.
    Map<Integer, Since> since(RunRow run, Side side) {
        Map<Integer, Since> found = new HashMap<>();
        db.sql(
                        """
                        SELECT coalesce(left_line, right_line) AS line, min(first_run) AS first_run,
                            min(first_seen_at) AS first_seen_at
                        FROM break
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND (left_line IS NOT NULL) = (:side = 'left')
                            AND first_run IS NOT NULL
                        GROUP BY 1
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side.word())
                .query(row -> {
                    Since since =
                            new Since(row.getInt("first_run"), Rows.time(row, "first_seen_at"));
                    found.put(row.getInt("line"), since);
                });
        return found;
    }

    /// The run that first left an entry unsettled, and when it ended.
    record Since(int run, Instant at) {}

    /// The matches that leave a part of an entry open.
    List<Integer> partlyOpen(RunRow run) {
        return db.sql(
                        """
                        SELECT DISTINCT match_number FROM break
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND kind = 'partly-open' AND match_number IS NOT NULL
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((row, _) -> row.getInt("match_number"))
                .list();
    }
}
