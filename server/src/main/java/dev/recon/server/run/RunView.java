package dev.recon.server.run;

import dev.recon.engine.table.Side;
import dev.recon.server.platform.Actor;
import dev.recon.server.reconciliation.RunBrief;
import dev.recon.server.reconciliation.Standing;
import dev.recon.server.reconciliation.Standings;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Turns rows of runs into what people see.
@Component
record RunView(
        RunStore runs, RunChain chain, ChangeStore changes, CarriedFacts carried, JsonMapper json)
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
                chain.findFollower(row.workspaceId(), row.id())
                        .flatMap(id -> runs.find(row.workspaceId(), id))
                        .map(found -> new Run.Follower(found.id(), found.number()))
                        .orElse(null);
        return new Run.Neighbours(counts, follower);
    }

    @Override
    public Runs find(Actor actor, UUID reconciliationId) {
        Optional<RunBrief> last =
                runs.findNewest(actor, reconciliationId)
                        .map(row ->
                                new RunBrief(
                                        row.id(),
                                        row.number(),
                                        row.status(),
                                        row.createdAt(),
                                        row.finishedAt()));
        return new Runs(last, runs.findNewestDone(actor, reconciliationId).map(this::standing));
    }

    private Standing standing(RunRow row) {
        Summary summary = summary(row);
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
        RunTotals totals = json.readValue(row.totals(), RunTotals.class);
        return Summary.of(totals, changes, row);
    }

    private Optional<RunFailure> failure(RunRow row) {
        return Optional.ofNullable(row.failure())
                .map(text -> json.readValue(text, RunFailure.class));
    }
}
