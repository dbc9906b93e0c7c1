package dev.recon.server.run;

import dev.recon.server.permission.MemberStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Money;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits for another person now: marks for lists, and counts.
@Component
public record WaitingStore(JdbcClient db) {
    /// How many wait, and what they come to.
    ///
    /// @param values one a currency
    public record Count(int approvals, List<Money> values) {}

    /// What waits for the actor's yes, and what the actor waits for.
    public record Counts(Count toCheck, Count mine) {}

    /// For those of the breaks about which something waits, what it is.
    public Map<Integer, Approval.Waiting> aboutBreaks(RunRow run, Collection<Integer> numbers) {
        Map<Integer, Approval.Waiting> found = new HashMap<>();
        db.sql(
                        """
                        SELECT about.number, a.id, a.kind, a.proposed_by, a.proposed_at,
                            p.name AS proposed_name
                        FROM approval a
                        JOIN person p ON p.workspace_id = a.workspace_id AND p.id = a.proposed_by
                        CROSS JOIN unnest(a.breaks) AS about (number)
                        WHERE a.workspace_id = :workspaceId AND a.run_id = :runId
                            AND a.status = 'waiting' AND about.number = ANY (:numbers)
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(row -> {
                    found.put(row.getInt("number"), waiting(row));
                });
        return found;
    }

    /// Does anything wait in a run?
    public boolean isAny(RunRow run) {
        return db.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM approval
                            WHERE workspace_id = :workspaceId AND run_id = :runId
                                AND status = 'waiting')
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query(Boolean.class)
                .single();
    }

    /// The matches about which something waits, by number.
    public Set<Integer> matches(RunRow run) {
        return db.sql(
                        """
                        SELECT DISTINCT match_number FROM approval
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND status = 'waiting' AND match_number IS NOT NULL
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((row, _) -> row.getInt("match_number"))
                .set();
    }

    /// For those of the matches about which something waits, what it is.
    public Map<Integer, Approval.Waiting> aboutMatches(RunRow run, Collection<Integer> numbers) {
        Map<Integer, Approval.Waiting> found = new HashMap<>();
        db.sql(
                        """
                        SELECT a.match_number AS number, a.id, a.kind, a.proposed_by,
                            a.proposed_at, p.name AS proposed_name
                        FROM approval a
                        JOIN person p ON p.workspace_id = a.workspace_id AND p.id = a.proposed_by
                        WHERE a.workspace_id = :workspaceId AND a.run_id = :runId
                            AND a.status = 'waiting' AND a.match_number = ANY (:numbers)
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(row -> {
                    found.put(row.getInt("number"), waiting(row));
                });
        return found;
    }

    private static Approval.Waiting waiting(ResultSet row) throws SQLException {
        return new Approval.Waiting(
                Rows.id(row, "id"),
                Rows.text(row, "kind"),
                new Person(Rows.id(row, "proposed_by"), Rows.text(row, "proposed_name")),
                Rows.time(row, "proposed_at"));
    }

    private record Group(
            boolean isMine, String currency, int decimals, long approvals, BigDecimal units) {
        BigDecimal value() {
            return units.movePointLeft(decimals);
        }
    }

    /// What waits where the actor sees it.
    public Counts count(Actor actor) {
        List<Group> groups = groups(actor);
        boolean mayApprove = actor.permissions().contains(Permission.APPROVE_DECISIONS);
        List<Group> others = groups.stream().filter(one -> !one.isMine && mayApprove).toList();
        return new Counts(counted(others), counted(groups.stream().filter(Group::isMine).toList()));
    }

    /// Groups without a currency count the approvals; those with one add their values up.
    private static Count counted(List<Group> groups) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        groups.stream()
                .filter(group -> !group.currency.isEmpty())
                .forEach(group -> sums.merge(group.currency, group.value(), BigDecimal::add));
        long approvals =
                groups.stream()
                        .filter(group -> group.currency.isEmpty())
                        .mapToLong(Group::approvals)
                        .sum();
        return new Count(
                Math.toIntExact(approvals),
                sums.entrySet().stream()
                        .map(sum -> Money.of(sum.getKey(), sum.getValue()))
                        .toList());
    }

    private List<Group> groups(Actor actor) {
        return db.sql(
                        """
                        SELECT a.proposed_by = :personId AS is_mine,
                            coalesce(value.currency, '') AS currency, a.decimals,
                            count(*) AS approvals, coalesce(sum(value.units), 0) AS units
                        FROM approval a
                        JOIN run r ON r.workspace_id = a.workspace_id AND r.id = a.run_id
                        CROSS JOIN LATERAL (
                            SELECT currency, units
                            FROM unnest(a.currencies, a.value_units) AS each (currency, units)
                            UNION ALL SELECT '', 0) value
                        WHERE a.workspace_id = :workspaceId AND a.status = 'waiting'
                            AND (:all
                                OR may_see(r.workspace_id, r.reconciliation_id, :personId))
                        GROUP BY is_mine, value.currency, a.decimals
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("personId", actor.person().id())
                .param("all", MemberStore.seesAll(actor))
                .query((row, _) ->
                        new Group(
                                row.getBoolean("is_mine"),
                                Rows.text(row, "currency"),
                                row.getInt("decimals"),
                                row.getLong("approvals"),
                                row.getBigDecimal("units")))
                .list();
    }
}
