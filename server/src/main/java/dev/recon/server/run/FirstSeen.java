package dev.recon.server.run;

import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Says of the breaks of a new run since when they are known: since the run that first left one of
/// their entries unsettled, or had a break of it over the same files.
@Component
record FirstSeen(JdbcClient db, RunStore runs, RunChain chain) {
    /// Marks the breaks of a run, in the database transaction that publishes it.
    void mark(RunRow run, Carried carried) {
        for (Side side : Side.values()) {
            if (!carried.of(side).isEmpty()) {
                markCarried(run, side, carried.of(side));
            }
        }
        Optional<UUID> earlier = chain.findEarlier(run);
        earlier.flatMap(id -> runs.find(run.workspaceId(), id))
                .ifPresent(found -> markKnown(run, found));
    }

    private void markCarried(RunRow run, Side side, List<CarriedLine> lines) {
        db.sql(
                        """
                        UPDATE break b SET first_run = c.run, first_seen_at = c.since::timestamptz
                        FROM unnest(:runs::integer[], :since::text[])
                            WITH ORDINALITY AS c (run, since, line)
                        WHERE b.workspace_id = :workspaceId AND b.run_id = :runId
                            AND CASE WHEN :side = 'left' THEN b.left_line ELSE b.right_line END
                                = c.line
                            AND (b.first_run IS NULL OR c.run < b.first_run)
                        """)
                .param("runs", lines.stream().map(CarriedLine::firstRun).toArray(Integer[]::new))
                .param(
                        "since",
                        lines.stream().map(line -> line.since().toString()).toArray(String[]::new))
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side.word())
                .update();
    }

    private void markKnown(RunRow run, RunRow earlier) {
        db.sql(
                        """
                        UPDATE break b SET first_run = e.first_run, first_seen_at = e.first_seen_at
                        FROM (
                            SELECT line, side, min(first_run) AS first_run,
                                min(first_seen_at) AS first_seen_at
                            FROM (
                                SELECT left_line AS line, 'left' AS side,
                                    coalesce(first_run, :number) AS first_run,
                                    coalesce(first_seen_at, :finishedAt::timestamptz)
                                        AS first_seen_at
                                FROM break
                                WHERE workspace_id = :workspaceId AND run_id = :earlier
                                    AND left_line IS NOT NULL
                                UNION ALL
                                SELECT right_line, 'right', coalesce(first_run, :number),
                                    coalesce(first_seen_at, :finishedAt::timestamptz)
                                FROM break
                                WHERE workspace_id = :workspaceId AND run_id = :earlier
                                    AND left_line IS NULL) known
                            GROUP BY line, side) e
                        WHERE b.workspace_id = :workspaceId AND b.run_id = :runId
                            AND e.line = CASE e.side WHEN 'left' THEN b.left_line
                                ELSE b.right_line END
                            AND (b.first_run IS NULL OR e.first_run < b.first_run)
                        """)
                .param("number", earlier.number())
                .param("finishedAt", Objects.requireNonNull(earlier.finishedAt()).toString())
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("earlier", earlier.id())
                .update();
    }
}
