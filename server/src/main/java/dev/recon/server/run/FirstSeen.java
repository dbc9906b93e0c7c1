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
        loops("off");
        for (Side side : Side.values()) {
            if (!carried.of(side).isEmpty()) {
                markCarried(run, side, carried.of(side));
            }
        }
        Optional<UUID> earlier = chain.findEarlier(run);
        earlier.flatMap(id -> runs.find(run.workspaceId(), id))
                .ifPresent(found -> {
                    for (Side side : Side.values()) {
                        markKnown(run, found, side);
                    }
                });
        loops("on");
    }

    /// The planner has no statistics yet of rows that were written a moment ago: it takes them for
    /// few, and would compare each with each.
    private void loops(String how) {
        db.sql(
                        """
                        SELECT set_config('enable_nestloop', :how, true)
                        """)
                .param("how", how)
                .query(String.class)
                .single();
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

    private void markKnown(RunRow run, RunRow earlier, Side side) {
        db.sql(
                        """
                        UPDATE break b SET first_run = e.first_run, first_seen_at = e.first_seen_at
                        FROM (
                            SELECT CASE WHEN :side = 'left' THEN left_line ELSE right_line END
                                    AS line,
                                min(coalesce(first_run, :number)) AS first_run,
                                min(coalesce(first_seen_at, :finishedAt::timestamptz))
                                    AS first_seen_at
                            FROM break
                            WHERE workspace_id = :workspaceId AND run_id = :earlier
                                AND (left_line IS NOT NULL) = (:side = 'left')
                            GROUP BY 1) e
                        WHERE b.workspace_id = :workspaceId AND b.run_id = :runId
                            AND CASE WHEN :side = 'left' THEN b.left_line ELSE b.right_line END
                                = e.line
                            AND (b.first_run IS NULL OR e.first_run < b.first_run)
                        """)
                .param("side", side.word())
                .param("number", earlier.number())
                .param("finishedAt", Objects.requireNonNull(earlier.finishedAt()).toString())
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("earlier", earlier.id())
                .update();
    }
}
