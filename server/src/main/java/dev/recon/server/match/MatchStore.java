package dev.recon.server.match;

import dev.recon.server.platform.Rows;
import dev.recon.server.run.LeastSure;
import dev.recon.server.run.MatchFact;
import dev.recon.server.run.RunFacts;
import dev.recon.server.run.RunRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Matches as they are now: what a run found, and what people changed of it.
@Component
public record MatchStore(JdbcClient db, RunFacts facts) {
    /// A match, gone or not.
    public Optional<MatchState> find(RunRow run, int number) {
        Optional<MatchState> changed = findChanged(run, number).map(Changed::state);
        if (changed.filter(match -> !match.isAsFound()).isPresent()) {
            return changed;
        }
        return facts.findMatch(run, number).map(fact -> now(changed.orElse(null), fact));
    }

    /// The decision that changed a match last.
    public Optional<UUID> findChangedBy(RunRow run, int number) {
        return findChanged(run, number).map(Changed::decisionId);
    }

    /// A match that people changed, and the decision that did it last.
    public record Changed(MatchState state, UUID decisionId) {}

    /// A match that people changed; empty when it is as the run found it.
    public Optional<Changed> findChanged(RunRow run, int number) {
        return db.sql(
                        """
                        SELECT * FROM match_change
                        WHERE workspace_id = :workspaceId AND run_id = :runId AND number = :number
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("number", number)
                .query(MatchStore::toChanged)
                .optional();
    }

    /// Matches from `number` on that people changed or made, by number.
    private List<Changed> changedFrom(RunRow run, int number) {
        return db.sql(
                        """
                        SELECT * FROM match_change
                        WHERE workspace_id = :workspaceId AND run_id = :runId AND number >= :number
                        ORDER BY number
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("number", number)
                .query(MatchStore::toChanged)
                .list();
    }

    /// What a list of matches shows.
    ///
    /// @param among only these, by number
    public record Filter(
            Optional<String> pass, Optional<String> status, Optional<Set<Integer>> among) {
        boolean takes(MatchState match) {
            return !match.isGone()
                    && (among.isEmpty() || among.get().contains(match.number()))
                    && (pass.isEmpty() || pass.get().equals(match.pass()))
                    && (status.isEmpty() || status.get().equals(match.status()));
        }
    }

    /// A match as it is now.
    ///
    /// @param changed what people made of it; null when they did not touch it
    private static MatchState now(@Nullable MatchState changed, MatchFact fact) {
        return changed == null ? MatchState.of(fact) : changed.asSureAs(fact);
    }

    private Map<Integer, MatchState> changedByNumber(RunRow run, int from) {
        return byNumber(changedFrom(run, from).stream().map(Changed::state).toList());
    }

    private static Map<Integer, MatchState> byNumber(List<MatchState> matches) {
        return matches.stream().collect(Collectors.toMap(MatchState::number, Function.identity()));
    }

    /// Matches behind `after` by number: first those that the run found, then those made by hand.
    List<MatchState> list(RunRow run, Filter filter, int after, int max) {
        Map<Integer, MatchState> changed = changedByNumber(run, after + 1);
        Function<MatchFact, MatchState> now = fact -> now(changed.get(fact.number()), fact);
        List<MatchState> found =
                new ArrayList<>(
                        facts
                                .listMatches(
                                        run, after + 1, fact -> filter.takes(now.apply(fact)), max)
                                .stream()
                                .map(now)
                                .toList());
        changed.values().stream()
                .filter(match -> match.foundStatus().isEmpty() && filter.takes(match))
                .sorted(Comparator.comparingInt(MatchState::number))
                .limit(Math.max(0, max - found.size()))
                .forEach(found::add);
        return found;
    }

    /// Up to `max` matches behind `after` by number, those that are gone among them; none at the
    /// end. However many people changed, only these are read.
    List<MatchState> next(RunRow run, int after, int max) {
        List<MatchFact> found = facts.listMatches(run, after + 1, _ -> true, max);
        int last = found.isEmpty() ? Integer.MAX_VALUE : found.getLast().number();
        List<MatchState> changed = changed(run, after, last, max);
        if (found.isEmpty()) {
            return changed; // behind those that the run found stand those made by hand
        }
        Map<Integer, MatchState> byNumber = byNumber(changed);
        return found.stream().map(fact -> now(byNumber.get(fact.number()), fact)).toList();
    }

    private List<MatchState> changed(RunRow run, int after, int last, int max) {
        return db.sql(
                        """
                        SELECT * FROM match_change
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND number > :after AND number <= :last
                        ORDER BY number LIMIT :max
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("after", after)
                .param("last", last)
                .param("max", max)
                .query((row, index) -> toChanged(row, index).state())
                .list();
    }

    /// Matches behind a place, the least sure first; what people decided is sure.
    List<MatchState> listLeastSure(RunRow run, Filter filter, LeastSure.Place after, int max) {
        Map<Integer, MatchState> changed = changedByNumber(run, 1);
        Map<Integer, MatchState> decided = new HashMap<>(changed);
        decided.values().removeIf(MatchState::isAsFound);
        Stream<MatchState> found =
                facts
                        .listLeastSure(
                                run,
                                new LeastSure(after, max),
                                fact ->
                                        !decided.containsKey(fact.number())
                                                && filter.takes(MatchState.of(fact)))
                        .stream()
                        .map(fact -> now(changed.get(fact.number()), fact));
        Stream<MatchState> sure =
                decided.values().stream()
                        .filter(match -> after.isBefore(match.confidence(), match.number()))
                        .filter(filter::takes);
        return Stream.concat(found, sure)
                .sorted(
                        Comparator.comparingDouble(MatchState::confidence)
                                .thenComparingInt(MatchState::number))
                .limit(max)
                .toList();
    }

    /// How often people changed matches of a run, back again included: it only grows.
    public long countChanges(RunRow run) {
        return db.sql(
                        """
                        SELECT coalesce(sum(version), 0) FROM match_change
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query(Long.class)
                .single();
    }

    /// Writes a match as it is after a decision.
    public void save(RunRow run, MatchState match, UUID decisionId) {
        db.sql(
                        """
                        INSERT INTO match_change (workspace_id, run_id, number, version, by_hand,
                            pass, found_status, status, left_lines, right_lines, decision_id)
                        VALUES (:workspaceId, :runId, :number, :version, :byHand,
                            :pass, :foundStatus, :status, :left, :right, :decisionId)
                        ON CONFLICT (workspace_id, run_id, number) DO UPDATE
                        SET version = excluded.version, status = excluded.status,
                            decision_id = excluded.decision_id
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("number", match.number())
                .param("version", match.version())
                .param("byHand", match.pass().equals(MatchState.BY_HAND))
                .param("pass", match.pass())
                .param("foundStatus", match.foundStatus().orElse(null))
                .param("status", match.status())
                .param("left", match.left().toArray(Integer[]::new))
                .param("right", match.right().toArray(Integer[]::new))
                .param("decisionId", decisionId)
                .update();
    }

    private static Changed toChanged(ResultSet row, int index) throws SQLException {
        return new Changed(
                new MatchState(
                        row.getInt("number"),
                        Rows.text(row, "pass"),
                        Optional.ofNullable(Rows.findText(row, "found_status")),
                        Rows.text(row, "status"),
                        1,
                        Rows.ints(row, "left_lines"),
                        Rows.ints(row, "right_lines"),
                        row.getInt("version")),
                Rows.id(row, "decision_id"));
    }
}
