package dev.recon.server.run;

import dev.recon.engine.table.Side;
import dev.recon.server.platform.Actor;
import dev.recon.server.reconciliation.RunBrief;
import dev.recon.server.reconciliation.Standing;
import dev.recon.server.reconciliation.Standings;
import dev.recon.server.run.RunStore.Newest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Turns rows of runs into what people see.
@Component
record RunView(RunStore runs, ChangeStore changes, CarriedFacts carried, JsonMapper json)
        implements Standings {
    /// A run with its result as it stands now.
    Run full(RunRow row) {
        RunSummary summary =
                row.hasResult()
                        ? summary(row).toSummary(Objects.requireNonNull(row.digest()))
                        : null;
        return Run.of(row, neighbours(row), failure(row).orElse(null), summary);
    }

    private Run.Neighbours neighbours(RunRow row) {
        if (!row.hasResult()) {
            return new Run.Neighbours(null, null);
        }
        Run.Counts counts =
                row.follows() == null
                        ? null
                        : new Run.Counts(
                                carried.count(row, Side.LEFT), carried.count(row, Side.RIGHT));
        Run.Follower follower =
                Optional.ofNullable(row.follower())
                        .flatMap(id -> runs.find(row.workspaceId(), id))
                        .map(found -> new Run.Follower(found.id(), found.number()))
                        .orElse(null);
        return new Run.Neighbours(counts, follower);
    }

    @Override
    public Map<UUID, Runs> of(Actor actor, Collection<UUID> reconciliationIds) {
        List<Newest> newest = runs.listNewest(actor, reconciliationIds);
        Map<UUID, String> done =
                newest.stream()
                        .filter(RunView::isDone)
                        .collect(
                                Collectors.toMap(
                                        row -> row.run().id(),
                                        row -> Objects.requireNonNull(row.totals())));
        Map<UUID, Summary> results = summaries(actor.workspaceId(), done);
        Map<UUID, List<Newest>> rows =
                newest.stream().collect(Collectors.groupingBy(Newest::reconciliationId));
        return rows.values().stream()
                .collect(
                        Collectors.toMap(
                                own -> own.getFirst().reconciliationId(),
                                own -> runs(own, results)));
    }

    /// @param rows of one reconciliation
    private static Runs runs(List<Newest> rows, Map<UUID, Summary> results) {
        Comparator<RunBrief> byNumber = Comparator.comparingInt(RunBrief::number);
        return new Runs(
                rows.stream().map(Newest::run).max(byNumber),
                rows.stream()
                        .filter(RunView::isDone)
                        .map(Newest::run)
                        .max(byNumber)
                        .map(run -> standing(run, Objects.requireNonNull(results.get(run.id())))));
    }

    private static boolean isDone(Newest row) {
        return row.run().status().equals(RunRow.DONE);
    }

    private static Standing standing(RunBrief run, Summary summary) {
        return new Standing(
                run.id(),
                run.number(),
                Objects.requireNonNull(run.finishedAt()),
                summary.matchRate(),
                summary.openValues(),
                summary.breaks("open"),
                summary.breaks("resolved"),
                summary.entries("left"),
                summary.entries("right"),
                summary.proof().holds());
    }

    private Summary summary(RunRow row) {
        Map<UUID, String> found = Map.of(row.id(), Objects.requireNonNull(row.totals()));
        return Objects.requireNonNull(summaries(row.workspaceId(), found).get(row.id()));
    }

    /// What the results of runs come to, in as many statements as for one.
    ///
    /// @param found the totals of each run, as JSON
    private Map<UUID, Summary> summaries(UUID workspaceId, Map<UUID, String> found) {
        Map<UUID, RunTotals> totals = new HashMap<>();
        found.forEach((id, text) -> totals.put(id, json.readValue(text, RunTotals.class)));
        List<UUID> older =
                totals.keySet().stream()
                        .filter(id -> Objects.requireNonNull(totals.get(id)).breaks() == null)
                        .toList();
        if (!older.isEmpty()) {
            var breaks = changes.foundBreaks(workspaceId, older);
            older.forEach(id ->
                    totals.computeIfPresent(
                            id, (_, own) -> own.with(breaks.getOrDefault(id, List.of()))));
        }
        Map<UUID, ChangeStore.Changes> changed = changes.of(workspaceId, totals.keySet());
        Map<UUID, Summary> all = new HashMap<>();
        totals.forEach(
                (id, own) -> all.put(id, Summary.of(own, Objects.requireNonNull(changed.get(id)))));
        return all;
    }

    private Optional<RunFailure> failure(RunRow row) {
        return Optional.ofNullable(row.failure())
                .map(text -> json.readValue(text, RunFailure.class));
    }
}
