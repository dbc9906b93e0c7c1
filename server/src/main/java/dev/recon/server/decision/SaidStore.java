package dev.recon.server.decision;

import dev.recon.server.decision.DecisionStore.Stored;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.RunRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Comments with the entries that they are about.
@Component
record SaidStore(JdbcClient db, DecisionStore decisions) {
    /// A comment.
    ///
    /// @param left the line of the left entry that it is about, if any
    /// @param right the line of the right one
    record Said(Stored decision, List<Integer> left, List<Integer> right) {}

    /// The comments of a run that stand, in their order.
    List<Said> list(UUID workspaceId, UUID runId) {
        return db.sql(
                        """
                        SELECT d.*, coalesce(b.left_line, d.left_lines[1]) AS left_line,
                            coalesce(b.right_line, d.right_lines[1]) AS right_line
                        FROM decision d
                        LEFT JOIN comment c ON c.workspace_id = d.workspace_id
                            AND c.decision_id = d.id
                        LEFT JOIN break b ON b.workspace_id = c.workspace_id
                            AND b.run_id = c.run_id AND b.number = c.break_number
                        WHERE d.workspace_id = :workspaceId AND d.run_id = :runId
                            AND d.undone_at IS NULL AND d.kind = 'comment'
                        ORDER BY d.number
                        """)
                .param("workspaceId", workspaceId)
                .param("runId", runId)
                .query((row, index) ->
                        new Said(
                                decisions.toStored(row, index),
                                line(Rows.findInt(row, "left_line")),
                                line(Rows.findInt(row, "right_line"))))
                .list();
    }

    private static List<Integer> line(@Nullable Integer line) {
        return line == null ? List.of() : List.of(line);
    }

    /// The break of a run that is about the same entries, or about one of them.
    Optional<Integer> findBreak(RunRow run, Said said) {
        return db.sql(
                        """
                        SELECT number FROM break
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND (left_line = :left OR right_line = :right)
                        ORDER BY (left_line IS NOT DISTINCT FROM :left::integer
                            AND right_line IS NOT DISTINCT FROM :right::integer) DESC, number
                        LIMIT 1
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("left", said.left().stream().findFirst().orElse(null))
                .param("right", said.right().stream().findFirst().orElse(null))
                .query(Integer.class)
                .optional();
    }
}
