package dev.recon.server.decision;

import dev.recon.engine.evidence.DecisionItem;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.RunRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The decisions in the database.
@Component
record DecisionStore(JdbcClient db, JsonMapper json) {
    /// A decision as it is kept.
    ///
    /// @param breaks the numbers of the breaks that it changed, made or commented on
    /// @param carriedFrom the decision of an earlier run that it keeps
    /// @param approved null where nobody had to approve it
    record Stored(
            UUID id,
            UUID runId,
            int number,
            String kind,
            UUID personId,
            OffsetDateTime at,
            Optional<Integer> matchNumber,
            List<Integer> left,
            List<Integer> right,
            List<Integer> breaks,
            @Nullable String note,
            Optional<UUID> carriedFrom,
            Before before,
            boolean isUndone,
            By.@Nullable Approved approved) {
        boolean isCarried() {
            return carriedFrom.isPresent();
        }

        /// The same decision on other lines.
        Stored on(List<Integer> lefts, List<Integer> rights) {
            return new Stored(
                    id,
                    runId,
                    number,
                    kind,
                    personId,
                    at,
                    matchNumber,
                    lefts,
                    rights,
                    breaks,
                    note,
                    carriedFrom,
                    before,
                    isUndone,
                    approved);
        }

        /// What the history vouches for.
        DecisionItem toItem() {
            return new DecisionItem(
                    id.toString(),
                    kind,
                    personId.toString(),
                    left,
                    right,
                    DecisionItem.hash(note),
                    approved == null ? "" : approved.by().toString());
        }
    }

    /// Adds a decision; what it changes refers to it, so it comes first and is completed by
    /// [#complete].
    void add(RunRow run, Stored decision) {
        db.sql(
                        """
                        INSERT INTO decision (workspace_id, id, run_id, number, kind, person_id,
                            at, match_number, left_lines, right_lines, breaks, note, carried_from,
                            approved_by, proposed_at)
                        VALUES (:workspaceId, :id, :runId, :number, :kind, :personId,
                            :at, :matchNumber, :left, :right, :breaks, :note, :carriedFrom,
                            :approvedBy, :proposedAt)
                        """)
                .param("workspaceId", run.workspaceId())
                .param("id", decision.id)
                .param("runId", run.id())
                .param("number", decision.number)
                .param("kind", decision.kind)
                .param("personId", decision.personId)
                .param("at", decision.at)
                .param("matchNumber", decision.matchNumber.orElse(null))
                .param("left", decision.left.toArray(Integer[]::new))
                .param("right", decision.right.toArray(Integer[]::new))
                .param("breaks", decision.breaks.toArray(Integer[]::new))
                .param("note", decision.note)
                .param("carriedFrom", decision.carriedFrom.orElse(null))
                .param("approvedBy", decision.approved == null ? null : decision.approved.by())
                .param(
                        "proposedAt",
                        decision.approved == null ? null : decision.approved.proposedAt())
                .update();
    }

    void complete(RunRow run, UUID id, Before before) {
        List<Integer> breaks = before.breaks().stream().map(Before.BreakBefore::number).toList();
        db.sql(
                        """
                        UPDATE decision SET before = :before, breaks = :breaks
                        WHERE workspace_id = :workspaceId AND id = :id
                        """)
                .param("before", json.writeValueAsString(before))
                .param("breaks", breaks.toArray(Integer[]::new))
                .param("workspaceId", run.workspaceId())
                .param("id", id)
                .update();
    }

    Optional<Stored> find(Actor actor, UUID id) {
        return db.sql(
                        """
                        SELECT * FROM decision WHERE workspace_id = :workspaceId AND id = :id
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .query(this::toStored)
                .optional();
    }

    void undo(By by, UUID id) {
        db.sql(
                        """
                        UPDATE decision SET undone_by = :undoneBy, undone_at = :undoneAt,
                            undo_approved_by = :approvedBy
                        WHERE workspace_id = :workspaceId AND id = :id
                        """)
                .param("undoneBy", by.maker())
                .param("undoneAt", Rows.now())
                .param("approvedBy", by.approved() == null ? null : by.approved().by())
                .param("workspaceId", by.actor().workspaceId())
                .param("id", id)
                .update();
    }

    /// The decisions of a run that bind later runs, in their order: not undone, no comments, and
    /// their match, where they made or confirmed one, still there.
    List<Stored> binding(UUID workspaceId, UUID runId) {
        return db.sql(
                        """
                        SELECT d.* FROM decision d
                        WHERE d.workspace_id = :workspaceId AND d.run_id = :runId
                            AND d.undone_at IS NULL AND d.kind <> 'comment'
                            AND (d.kind IN ('unmatch', 'reject') OR NOT EXISTS (
                                SELECT 1 FROM match_change m
                                WHERE m.workspace_id = d.workspace_id AND m.run_id = d.run_id
                                    AND m.number = d.match_number AND m.status = 'gone'))
                        ORDER BY d.number
                        """)
                .param("workspaceId", workspaceId)
                .param("runId", runId)
                .query(this::toStored)
                .list();
    }

    void addComment(RunRow run, Stored decision, int breakNumber, String text) {
        db.sql(
                        """
                        INSERT INTO comment (workspace_id, id, run_id, break_number, decision_id,
                            person_id, at, text)
                        VALUES (:workspaceId, :id, :runId, :breakNumber, :id,
                            :personId, :at, :text)
                        """)
                .param("workspaceId", run.workspaceId())
                .param("id", decision.id)
                .param("runId", run.id())
                .param("breakNumber", breakNumber)
                .param("personId", decision.personId)
                .param("at", decision.at)
                .param("text", text)
                .update();
    }

    void removeComment(RunRow run, UUID decisionId) {
        db.sql(
                        """
                        DELETE FROM comment
                        WHERE workspace_id = :workspaceId AND decision_id = :decisionId
                        """)
                .param("workspaceId", run.workspaceId())
                .param("decisionId", decisionId)
                .update();
    }

    Stored toStored(ResultSet row, int index) throws SQLException {
        String before = Rows.text(row, "before");
        return new Stored(
                Rows.id(row, "id"),
                Rows.id(row, "run_id"),
                row.getInt("number"),
                Rows.text(row, "kind"),
                Rows.id(row, "person_id"),
                Rows.at(Rows.time(row, "at")),
                Optional.ofNullable(Rows.findInt(row, "match_number")),
                Rows.ints(row, "left_lines"),
                Rows.ints(row, "right_lines"),
                Rows.ints(row, "breaks"),
                Rows.findText(row, "note"),
                Optional.ofNullable(Rows.findId(row, "carried_from")),
                before.equals("[]") ? Before.NOTHING : json.readValue(before, Before.class),
                Rows.findTime(row, "undone_at") != null,
                approved(row));
    }

    private static By.@Nullable Approved approved(ResultSet row) throws SQLException {
        UUID by = Rows.findId(row, "approved_by");
        return by == null ? null : new By.Approved(by, Rows.at(Rows.time(row, "proposed_at")));
    }
}
