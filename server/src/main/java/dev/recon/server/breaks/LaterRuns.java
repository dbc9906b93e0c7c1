package dev.recon.server.breaks;

import dev.recon.engine.table.Side;
import dev.recon.server.match.EntryState.Place;
import dev.recon.server.match.EntryStore;
import dev.recon.server.run.CarriedFacts;
import dev.recon.server.run.Entry;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Follows entries that a run left unsettled through the runs that carried them on.
@Component
public record LaterRuns(RunStore runs, CarriedFacts carried, EntryStore entries) {
    private static final int RUNS_MAX = 1_000;

    /// A run that came later, and where it has the lines of the one before it.
    private record Next(RunRow run, Map<Integer, Integer> left, Map<Integer, Integer> right) {
        @Nullable Integer line(Side side, int earlier) {
            return (side == Side.LEFT ? left : right).get(earlier);
        }
    }

    /// Breaks of a run with where their entries stand now.
    List<BreakRow> with(RunRow run, List<BreakRow> rows) {
        List<Next> later = after(run);
        return later.isEmpty()
                ? rows
                : rows.stream().map(row -> row.at(find(later, row).orElse(null))).toList();
    }

    /// Where the entry of a break stands now; empty when no later run carried it on.
    public Optional<Later> find(RunRow run, BreakRow row) {
        return find(after(run), row);
    }

    private List<Next> after(RunRow run) {
        List<Next> later = new ArrayList<>();
        UUID next = run.follower();
        while (next != null && later.size() < RUNS_MAX) {
            RunRow found = runs.find(run.workspaceId(), next).orElseThrow();
            var carriedOn = carried.get(found);
            later.add(new Next(found, carriedOn.lines(Side.LEFT), carriedOn.lines(Side.RIGHT)));
            next = found.follower();
        }
        return later;
    }

    private Optional<Later> find(List<Next> later, BreakRow row) {
        return find(later, Side.LEFT, row.left()).or(() -> find(later, Side.RIGHT, row.right()));
    }

    private Optional<Later> find(List<Next> later, Side side, Entry.@Nullable Listed entry) {
        Integer line = entry == null ? null : Integer.valueOf(entry.line());
        Optional<Later> found = Optional.empty();
        for (Next next : later) {
            line = line == null ? null : next.line(side, line);
            if (line == null) {
                return found;
            }
            found = Optional.of(at(next.run, side, line));
        }
        return found;
    }

    private Later at(RunRow run, Side side, int line) {
        Optional<Place> place = entries.findPlace(run, side, line);
        return new Later(
                run.id(),
                run.number(),
                place.map(Place::status).orElse(Later.REJECTED),
                place.flatMap(Place::match)
                        .map(match -> new Numbered(run.id(), match).toString())
                        .orElse(null));
    }
}
