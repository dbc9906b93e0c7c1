package dev.recon.server.run;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Conflict;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what people did in a run. Whoever shows a match or a break shows this with it.
@Component
public record DecisionLog(JdbcClient db) {
    /// One decision of the workspace.
    public Optional<Decision> find(Actor actor, UUID id) {
        return find(actor.workspaceId(), id);
    }

    private Optional<Decision> find(UUID workspaceId, UUID id) {
        return db.sql(
                        """
                        SELECT d.*, p.name AS person_name, u.name AS undone_name,
                            a.name AS approved_name, v.name AS undo_approved_name
                        FROM decision d
                        JOIN person p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
                        LEFT JOIN person u ON u.workspace_id = d.workspace_id
                            AND u.id = d.undone_by
                        LEFT JOIN person a ON a.workspace_id = d.workspace_id
                            AND a.id = d.approved_by
                        LEFT JOIN person v ON v.workspace_id = d.workspace_id
                            AND v.id = d.undo_approved_by
                        WHERE d.workspace_id = :workspaceId AND d.id = :id
                        """)
                .param("workspaceId", workspaceId)
                .param("id", id)
                .query(DecisionLog::toDecision)
                .optional();
    }

    /// Decisions of a run, newest first.
    public Page<Decision> list(RunRow run, Paging paging) {
        List<Decision> found =
                db.sql(
                                """
                                SELECT d.*, p.name AS person_name, u.name AS undone_name,
                                    a.name AS approved_name, v.name AS undo_approved_name
                                FROM decision d
                                JOIN person p ON p.workspace_id = d.workspace_id
                                    AND p.id = d.person_id
                                LEFT JOIN person u ON u.workspace_id = d.workspace_id
                                    AND u.id = d.undone_by
                                LEFT JOIN person a ON a.workspace_id = d.workspace_id
                                    AND a.id = d.approved_by
                                LEFT JOIN person v ON v.workspace_id = d.workspace_id
                                    AND v.id = d.undo_approved_by
                                WHERE d.workspace_id = :workspaceId AND d.run_id = :runId
                                    AND d.number < :before
                                ORDER BY d.number DESC LIMIT :limit
                                """)
                        .param("workspaceId", run.workspaceId())
                        .param("runId", run.id())
                        .param(
                                "before",
                                paging.cursor().map(at -> at.number(0)).orElse(Long.MAX_VALUE))
                        .param("limit", paging.rows())
                        .query(DecisionLog::toDecision)
                        .list();
        return Page.of(found, paging, decision -> Cursor.of(decision.number()));
    }

    /// Lines that a person parted, by rejecting a match or taking it apart.
    public record Parted(List<Integer> left, List<Integer> right) {}

    /// The lines that people parted in a run, or in an earlier one that it keeps, oldest first.
    public List<Parted> parted(RunRow run) {
        return db.sql(
                        """
                        SELECT d.left_lines, d.right_lines FROM decision d
                        WHERE d.workspace_id = :workspaceId AND d.run_id = :runId
                            AND d.undone_at IS NULL AND d.kind IN ('unmatch', 'reject')
                        ORDER BY d.number
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((row, _) ->
                        new Parted(Rows.ints(row, "left_lines"), Rows.ints(row, "right_lines")))
                .list();
    }

    /// What was decided about a break, oldest first.
    public List<Decision> aboutBreak(RunRow run, int breakNumber) {
        return db.sql(
                        """
                        SELECT d.*, p.name AS person_name, u.name AS undone_name,
                            a.name AS approved_name, v.name AS undo_approved_name
                        FROM decision_break b
                        JOIN decision d ON d.workspace_id = b.workspace_id
                            AND d.id = b.decision_id
                        JOIN person p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
                        LEFT JOIN person u ON u.workspace_id = d.workspace_id
                            AND u.id = d.undone_by
                        LEFT JOIN person a ON a.workspace_id = d.workspace_id
                            AND a.id = d.approved_by
                        LEFT JOIN person v ON v.workspace_id = d.workspace_id
                            AND v.id = d.undo_approved_by
                        WHERE b.workspace_id = :workspaceId AND b.run_id = :runId
                            AND b.break_number = :breakNumber
                        ORDER BY d.number LIMIT 200
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("breakNumber", breakNumber)
                .query(DecisionLog::toDecision)
                .list();
    }

    /// What was decided about a match, oldest first.
    public List<Decision> aboutMatch(RunRow run, int matchNumber) {
        return db.sql(
                        """
                        SELECT d.*, p.name AS person_name, u.name AS undone_name,
                            a.name AS approved_name, v.name AS undo_approved_name
                        FROM decision d
                        JOIN person p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
                        LEFT JOIN person u ON u.workspace_id = d.workspace_id
                            AND u.id = d.undone_by
                        LEFT JOIN person a ON a.workspace_id = d.workspace_id
                            AND a.id = d.approved_by
                        LEFT JOIN person v ON v.workspace_id = d.workspace_id
                            AND v.id = d.undo_approved_by
                        WHERE d.workspace_id = :workspaceId AND d.run_id = :runId
                            AND d.match_number = :matchNumber
                        ORDER BY d.number LIMIT 200
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("matchNumber", matchNumber)
                .query(DecisionLog::toDecision)
                .list();
    }

    /// What people wrote about a break, oldest first.
    public List<Decision.Comment> comments(RunRow run, int breakNumber) {
        return db.sql(
                        """
                        SELECT c.id, c.text, c.person_id, c.at, p.name AS person_name
                        FROM comment c
                        JOIN person p ON p.workspace_id = c.workspace_id AND p.id = c.person_id
                        WHERE c.workspace_id = :workspaceId AND c.run_id = :runId
                            AND c.break_number = :breakNumber
                        ORDER BY c.at, c.id LIMIT 1000
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("breakNumber", breakNumber)
                .query((row, _) ->
                        new Decision.Comment(
                                Rows.id(row, "id"),
                                Rows.text(row, "text"),
                                person(row, "person_id", "person_name"),
                                Rows.time(row, "at")))
                .list();
    }

    /// A decision that stands in somebody's way, in words.
    public Conflict conflict(Actor actor, UUID decisionId) {
        return conflict(actor.workspaceId(), decisionId);
    }

    Conflict conflict(UUID workspaceId, UUID decisionId) {
        Decision decision = find(workspaceId, decisionId).orElseThrow();
        boolean undone = decision.undone() != null;
        Person by = undone ? Objects.requireNonNull(decision.undone()).by() : decision.by();
        Instant at = undone ? Objects.requireNonNull(decision.undone()).at() : decision.at();
        String text = by.name() + (undone ? " undid: " : " ") + words(decision);
        return new Conflict(decision.id(), decision.kind(), by, at, text);
    }

    private static String words(Decision decision) {
        return switch (decision.kind()) {
            case Decision.MATCH_BY_HAND ->
                    "matched by hand left "
                            + lines(decision.left())
                            + " and right "
                            + lines(decision.right());
            case Decision.UNMATCH -> "took the match apart";
            case Decision.ACCEPT -> "accepted the match";
            case Decision.REJECT -> "rejected the match";
            default -> "commented";
        };
    }

    private static String lines(List<Integer> lines) {
        String few =
                lines.stream()
                        .limit(3)
                        .map(String::valueOf)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
        return (lines.size() == 1 ? "line " : "lines ") + few + (lines.size() > 3 ? ", …" : "");
    }

    private static Decision toDecision(ResultSet row, int index) throws SQLException {
        UUID runId = Rows.id(row, "run_id");
        Integer match = Rows.findInt(row, "match_number");
        Instant undoneAt = Rows.findTime(row, "undone_at");
        return new Decision(
                Rows.id(row, "id"),
                row.getInt("number"),
                runId,
                Rows.text(row, "kind"),
                undoneAt == null ? Decision.ACTIVE : "undone",
                person(row, "person_id", "person_name"),
                Rows.time(row, "at"),
                Rows.ints(row, "left_lines"),
                Rows.ints(row, "right_lines"),
                match == null ? null : new Numbered(runId, match).toString(),
                Rows.ints(row, "breaks").stream()
                        .map(number -> new Numbered(runId, number).toString())
                        .toList(),
                Rows.findText(row, "note"),
                undone(row, undoneAt),
                approved(row));
    }

    private static Decision.@Nullable Undone undone(ResultSet row, @Nullable Instant at)
            throws SQLException {
        return at == null
                ? null
                : new Decision.Undone(
                        person(row, "undone_by", "undone_name"),
                        at,
                        findPerson(row, "undo_approved_by", "undo_approved_name"));
    }

    private static Decision.@Nullable Approved approved(ResultSet row) throws SQLException {
        Person by = findPerson(row, "approved_by", "approved_name");
        return by == null ? null : new Decision.Approved(by, Rows.time(row, "proposed_at"));
    }

    private static @Nullable Person findPerson(ResultSet row, String id, String name)
            throws SQLException {
        return Rows.findId(row, id) == null ? null : person(row, id, name);
    }

    private static Person person(ResultSet row, String id, String name) throws SQLException {
        return new Person(Rows.id(row, id), Rows.text(row, name));
    }
}
