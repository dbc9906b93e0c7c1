package dev.recon.server.run;

import dev.recon.engine.table.Side;
import dev.recon.server.platform.Actor;
import dev.recon.server.reconciliation.RunBrief;
import dev.recon.server.reconciliation.Standing;
import dev.recon.server.reconciliation.Standings;
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
        List<RunRow> newest = runs.listNewest(actor, reconciliationIds);
        Map<UUID, Summary> results =
                summaries(actor.workspaceId(), newest.stream().filter(RunView::isDone).toList());
        Map<UUID, List<RunRow>> rows =
                newest.stream().collect(Collectors.groupingBy(RunRow::reconciliationId));
        return rows.values().stream()
                .collect(
                        Collectors.toMap(
                                own -> own.getFirst().reconciliationId(),
                                own -> runs(own, results)));
    }

    /// @param rows of one reconciliation
    private Runs runs(List<RunRow> rows, Map<UUID, Summary> results) {
        Comparator<RunRow> byNumber = Comparator.comparingInt(RunRow::number);
        Optional<RunBrief> last =
                rows.stream()
                        .max(byNumber)
                        .map(row ->
                                new RunBrief(
                                        row.id(),
                                        row.number(),
                                        row.status(),
                                        row.createdAt(),
                                        row.finishedAt()));
        return new Runs(
                last,
                rows.stream()
                        .filter(RunView::isDone)
                        .max(byNumber)
                        .map(row -> standing(row, Objects.requireNonNull(results.get(row.id())))));
    }

    private static boolean isDone(RunRow row) {
        return row.status().equals(RunRow.DONE);
    }

    private Standing standing(RunRow row, Summary summary) {
        return new Standing(
                row.id(),
                row.number(),
                Objects.requireNonNull(row.finishedAt()),
                summary.matchRate(),
                summary.openValues(),
                summary.breaks("open"),
                summary.breaks("resolved"),
                summary.entries("left"),
                summary.entries("right"),
                summary.proof().holds());
    }

    private Summary summary(RunRow row) {
        return Objects.requireNonNull(summaries(row.workspaceId(), List.of(row)).get(row.id()));
    }

    /// What the results of these runs come to, in as many statements as for one.
    private Map<UUID, Summary> summaries(UUID workspaceId, List<RunRow> rows) {
        Map<UUID, RunTotals> totals = new HashMap<>();
        rows.forEach(row -> totals.put(row.id(), json.readValue(row.totals(), RunTotals.class)));
        List<UUID> older =
                rows.stream()
                        .map(RunRow::id)
                        .filter(id -> Objects.requireNonNull(totals.get(id)).breaks() == null)
                        .toList();
        if (!older.isEmpty()) {
            var found = changes.foundBreaks(workspaceId, older);
            older.forEach(id ->
                    totals.computeIfPresent(
                            id, (_, own) -> own.with(found.getOrDefault(id, List.of()))));
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
