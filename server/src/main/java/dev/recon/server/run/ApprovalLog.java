package dev.recon.server.run;

import dev.recon.server.permission.MemberStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Conflict;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Money;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what waits for another person, or waited. Whoever shows a match or a break shows this with
/// it.
@Component
public record ApprovalLog(JdbcClient db, DecisionLog decisions) {
    /// Which of them are wanted.
    public enum Queue {
        /// All of the workspace that the actor sees.
        ALL,
        /// Those that wait and that the actor may approve.
        TO_CHECK,
        /// What the actor proposed.
        MINE
    }

    /// One approval of the workspace.
    public Optional<Approval> find(Actor actor, UUID id) {
        return db.sql(
                        """
                        SELECT * FROM approval_row a
                        WHERE a.workspace_id = :workspaceId AND a.id = :id
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .query(ApprovalLog::toFound)
                .optional()
                .map(one -> toApproval(actor.workspaceId(), one));
    }

    /// A queue that the actor sees, newest first.
    public Page<Approval> list(Actor actor, Queue queue, Paging paging) {
        if (queue == Queue.TO_CHECK
                && !actor.permissions().contains(Permission.APPROVE_DECISIONS)) {
            return new Page<>(List.of(), null);
        }
        return Page.of(rows(actor, queue, paging), paging, one -> Cursor.of(one.id()));
    }

    private List<Approval> rows(Actor actor, Queue queue, Paging paging) {
        return db
                .sql(
                        """
                        SELECT * FROM approval_row a
                        WHERE a.workspace_id = :workspaceId
                            AND (:before::uuid IS NULL OR a.id < :before)
                            AND (:queue = 'ALL'
                                OR (:queue = 'MINE' AND a.proposed_by = :personId)
                                OR (:queue = 'TO_CHECK' AND a.status = 'waiting'
                                    AND a.proposed_by <> :personId))
                            AND (:all
                                OR may_see(a.workspace_id, a.reconciliation_id, :personId))
                        ORDER BY a.id DESC LIMIT :limit
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("queue", queue.name())
                .param("personId", actor.person().id())
                .param("all", MemberStore.seesAll(actor))
                .param("before", paging.cursor().map(at -> at.id(0)).orElse(null))
                .param("limit", paging.rows())
                .query(ApprovalLog::toFound)
                .list()
                .stream()
                .map(one -> toApproval(actor.workspaceId(), one))
                .toList();
    }

    /// What was proposed about a break, oldest first.
    public List<Approval> aboutBreak(RunRow run, int breakNumber) {
        return about(run, breakNumber, 0);
    }

    /// What was proposed about a match, oldest first.
    public List<Approval> aboutMatch(RunRow run, int matchNumber) {
        return about(run, 0, matchNumber);
    }

    private List<Approval> about(RunRow run, int breakNumber, int matchNumber) {
        return db
                .sql(
                        """
                        SELECT * FROM approval_row a
                        WHERE a.workspace_id = :workspaceId AND a.run_id = :runId
                            AND (:breakNumber = ANY (a.breaks) OR a.match_number = :matchNumber)
                        ORDER BY a.id LIMIT 200
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("breakNumber", breakNumber)
                .param("matchNumber", matchNumber)
                .query(ApprovalLog::toFound)
                .list()
                .stream()
                .map(one -> toApproval(run.workspaceId(), one))
                .toList();
    }

    /// That somebody else was faster, in words.
    public static Conflict conflict(Approval approval) {
        Approval.Settled settled = approval.settled();
        Person by = settled == null ? approval.by() : settled.by();
        String who = by == null ? "A later run" : by.name();
        String text =
                switch (approval.status()) {
                    case Approval.WAITING -> " proposed it; it waits to be approved";
                    case Approval.APPROVED -> " approved it";
                    case Approval.SENT_BACK -> " sent it back";
                    case Approval.WITHDRAWN -> " withdrew it";
                    default -> " left nothing of it to decide";
                };
        return new Conflict(
                approval.decisionId(),
                approval.kind(),
                by,
                settled == null ? approval.at() : settled.at(),
                who + text);
    }

    /// @param changedBy the decision that stands in its way
    private record Found(Approval approval, @Nullable UUID changedBy) {}

    private Approval toApproval(UUID workspaceId, Found found) {
        UUID by = found.changedBy;
        return by == null
                ? found.approval
                : found.approval.changed(decisions.conflict(workspaceId, by));
    }

    private static Found toFound(ResultSet row, int index) throws SQLException {
        return new Found(toApproval(row), Rows.findId(row, "changed_by"));
    }

    private static Approval toApproval(ResultSet row) throws SQLException {
        UUID runId = Rows.id(row, "run_id");
        Integer match = Rows.findInt(row, "match_number");
        UUID undoes = Rows.findId(row, "undoes");
        return new Approval(
                Rows.id(row, "id"),
                runId,
                row.getInt("run_number"),
                Rows.id(row, "reconciliation_id"),
                Rows.text(row, "reconciliation_name"),
                Rows.text(row, "kind"),
                Rows.text(row, "status"),
                new Person(Rows.id(row, "proposed_by"), Rows.text(row, "proposed_name")),
                Rows.time(row, "proposed_at"),
                Rows.ints(row, "left_lines"),
                Rows.ints(row, "right_lines"),
                match == null ? null : new Numbered(runId, match).toString(),
                Rows.ints(row, "breaks").stream()
                        .map(number -> new Numbered(runId, number).toString())
                        .toList(),
                values(row),
                Rows.findText(row, "note"),
                undoes == null ? Rows.findId(row, "decision_id") : undoes,
                settled(row),
                null);
    }

    private static List<Money> values(ResultSet row) throws SQLException {
        List<String> currencies = Rows.texts(row, "currencies");
        Long[] units = (Long[]) Objects.requireNonNull(row.getArray("value_units")).getArray();
        List<Money> values = new ArrayList<>();
        for (int at = 0; at < units.length; at++) {
            values.add(Money.of(currencies.get(at), units[at], row.getInt("decimals")));
        }
        return values;
    }

    private static Approval.@Nullable Settled settled(ResultSet row) throws SQLException {
        Instant at = Rows.findTime(row, "settled_at");
        if (at == null) {
            return null;
        }
        UUID by = Rows.findId(row, "settled_by");
        return new Approval.Settled(
                by == null ? null : new Person(by, Rows.text(row, "settled_name")),
                at,
                Rows.findText(row, "settled_note"));
    }
}
