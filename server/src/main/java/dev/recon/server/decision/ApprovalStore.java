package dev.recon.server.decision;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.RunRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits for another person, in the database.
@Component
record ApprovalStore(JdbcClient db) {
    /// Something to wait.
    ///
    /// @param values units of the run, one a currency
    record Added(UUID id, Proposed proposed, Map<String, Long> values) {
        Added {
            values = Map.copyOf(values);
        }
    }

    /// Something that waits.
    record Waiting(UUID id, Proposed proposed) {}

    /// How it ends.
    ///
    /// @param by nobody, where a later run left nothing to decide
    record Settling(
            String status, @Nullable UUID by, @Nullable String text, @Nullable UUID decision) {}

    void add(Actor actor, RunRow run, Added added) {
        Proposed proposed = added.proposed;
        List<String> currencies = added.values.keySet().stream().sorted().toList();
        db.sql(
                        """
                        INSERT INTO approval (workspace_id, id, run_id, kind, proposed_by,
                            proposed_at, match_number, match_version, undoes, left_lines,
                            right_lines, breaks, currencies, value_units, decimals, note, status)
                        VALUES (:workspaceId, :id, :runId, :kind, :by, :at, :match, :version,
                            :undoes, :left, :right, :breaks, :currencies, :units, :decimals,
                            :note, 'waiting')
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", added.id)
                .param("runId", run.id())
                .param("kind", proposed.kind())
                .param("by", actor.person().id())
                .param("at", Rows.now())
                .param("match", proposed.match().orElse(null))
                .param("version", proposed.version().orElse(null))
                .param("undoes", proposed.undoes().orElse(null))
                .param("left", proposed.left().toArray(Integer[]::new))
                .param("right", proposed.right().toArray(Integer[]::new))
                .param("breaks", breaks(run, proposed))
                .param("currencies", currencies.toArray(String[]::new))
                .param("units", currencies.stream().map(added.values::get).toArray(Long[]::new))
                .param("decimals", run.decimals())
                .param("note", proposed.text())
                .update();
    }

    /// The breaks of the match and those of its entries alone.
    private Integer[] breaks(RunRow run, Proposed proposed) {
        return db.sql(
                        """
                        SELECT number FROM break
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND (match_number = :match::integer
                                OR (match_number IS NULL
                                    AND (left_line = ANY (:left) OR right_line = ANY (:right))))
                        ORDER BY number
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("match", proposed.match().orElse(null))
                .param("left", proposed.left().toArray(Integer[]::new))
                .param("right", proposed.right().toArray(Integer[]::new))
                .query(Integer.class)
                .list()
                .toArray(Integer[]::new);
    }

    /// Something else that waits and is about one of these entries.
    Optional<UUID> findWaiting(RunRow run, Proposed proposed) {
        return db.sql(
                        """
                        SELECT id FROM approval
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND status = 'waiting'
                            AND (left_lines && :left OR right_lines && :right)
                        ORDER BY id LIMIT 1
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("left", proposed.left().toArray(Integer[]::new))
                .param("right", proposed.right().toArray(Integer[]::new))
                .query(UUID.class)
                .optional();
    }

    Optional<Proposed> find(UUID workspaceId, UUID id) {
        return db.sql(
                        """
                        SELECT * FROM approval WHERE workspace_id = :workspaceId AND id = :id
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .query(ApprovalStore::toWaiting)
                .optional()
                .map(Waiting::proposed);
    }

    /// What waits in a run, in its order.
    List<Waiting> waiting(UUID workspaceId, UUID runId) {
        return db.sql(
                        """
                        SELECT * FROM approval
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND status = 'waiting'
                        ORDER BY id
                        """)
                .param("workspaceId", workspaceId)
                .param("runId", runId)
                .query(ApprovalStore::toWaiting)
                .list();
    }

    /// Ends the wait; false where it has ended already.
    boolean settle(UUID workspaceId, UUID id, Settling settling) {
        return db.sql(
                                """
                                UPDATE approval SET status = :status, settled_by = :by::uuid,
                                    settled_at = :at, settled_note = :text,
                                    decision_id = :decision::uuid
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND status = 'waiting'
                                """)
                        .param("status", settling.status)
                        .param("by", settling.by)
                        .param("at", Rows.now())
                        .param("text", settling.text)
                        .param("decision", settling.decision)
                        .param("workspaceId", workspaceId)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// The same wait in another run, on what its entries are called there.
    void move(RunRow run, Waiting moved) {
        Proposed proposed = moved.proposed;
        db.sql(
                        """
                        UPDATE approval SET run_id = :runId, match_number = :match::integer,
                            match_version = :version::integer, undoes = :undoes::uuid,
                            left_lines = :left, right_lines = :right, breaks = :breaks
                        WHERE workspace_id = :workspaceId AND id = :id
                        """)
                .param("runId", run.id())
                .param("match", proposed.match().orElse(null))
                .param("version", proposed.version().orElse(null))
                .param("undoes", proposed.undoes().orElse(null))
                .param("left", proposed.left().toArray(Integer[]::new))
                .param("right", proposed.right().toArray(Integer[]::new))
                .param("breaks", breaks(run, proposed))
                .param("workspaceId", run.workspaceId())
                .param("id", moved.id)
                .update();
    }

    private static Waiting toWaiting(ResultSet row, int index) throws SQLException {
        return new Waiting(
                Rows.id(row, "id"),
                new Proposed(
                        Rows.text(row, "kind"),
                        Optional.ofNullable(Rows.findInt(row, "match_number")),
                        Optional.ofNullable(Rows.findInt(row, "match_version")),
                        Optional.ofNullable(Rows.findId(row, "undoes")),
                        Rows.ints(row, "left_lines"),
                        Rows.ints(row, "right_lines"),
                        Rows.findText(row, "note")));
    }
}
