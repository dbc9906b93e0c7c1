package dev.recon.server.breaks;

import dev.recon.engine.table.Side;
import dev.recon.server.match.EntryState.Place;
import dev.recon.server.match.EntryStore;
import dev.recon.server.run.CarriedOn;
import dev.recon.server.run.Entry;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Follows entries that a run left unsettled through the runs that carried them on.
@Component
public record LaterRuns(RunStore runs, CarriedOn carried, EntryStore entries) {
    private static final int RUNS_MAX = 1_000;

    /// A run that came later, and where it has the lines of the one before it.
    private record Next(RunRow run, CarriedOn.Places places) {}

    /// The side of a later run on which an entry stands.
    private record Where(RunRow run, Side side) {}

    /// The line of an entry in the last run that carried it on.
    private record Last(Where where, int line) {}

    /// Breaks of a run with where their entries stand now.
    List<BreakRow> with(RunRow run, List<BreakRow> rows) {
        List<Next> later = after(run);
        if (later.isEmpty()) {
            return rows;
        }
        List<Optional<Last>> last = rows.stream().map(row -> last(later, row)).toList();
        Map<Last, Later> found = places(last.stream().flatMap(Optional::stream).toList());
        return IntStream.range(0, rows.size())
                .mapToObj(at -> rows.get(at).at(last.get(at).map(found::get).orElse(null)))
                .toList();
    }

    /// Where the entry of a break stands now; empty when no later run carried it on.
    public Optional<Later> find(RunRow run, BreakRow row) {
        return last(after(run), row).map(last -> places(List.of(last)).get(last));
    }

    private List<Next> after(RunRow run) {
        return run.follower() == null
                ? List.of()
                : runs.listFollowers(run, RUNS_MAX).stream()
                        .map(later -> new Next(later, carried.get(later)))
                        .toList();
    }

    private static Optional<Last> last(List<Next> later, BreakRow row) {
        return last(later, Side.LEFT, row.left()).or(() -> last(later, Side.RIGHT, row.right()));
    }

    private static Optional<Last> last(List<Next> later, Side side, Entry.@Nullable Listed entry) {
        if (entry == null) {
            return Optional.empty();
        }
        Optional<Last> found = Optional.empty();
        OptionalInt line = OptionalInt.of(entry.line());
        for (Next next : later) {
            line = next.places.line(side, line.getAsInt());
            if (line.isEmpty()) {
                return found;
            }
            found = Optional.of(new Last(new Where(next.run, side), line.getAsInt()));
        }
        return found;
    }

    /// Looks all entries of one side of one run up at once.
    private Map<Last, Later> places(List<Last> wanted) {
        Map<Where, Set<Integer>> lines = new HashMap<>();
        wanted.forEach(one -> lines.computeIfAbsent(one.where, _ -> new HashSet<>()).add(one.line));
        Map<Last, Later> found = new HashMap<>();
        lines.forEach((where, some) -> {
            Map<Integer, Place> places = entries.findPlaces(where.run, where.side, some);
            some.forEach(
                    line -> found.put(new Last(where, line), later(where.run, places.get(line))));
        });
        return found;
    }

    private static Later later(RunRow run, @Nullable Place place) {
        Optional<Place> known = Optional.ofNullable(place);
        return new Later(
                run.id(),
                run.number(),
                known.map(Place::status).orElse(Later.REJECTED),
                known.flatMap(Place::match)
                        .map(match -> new Numbered(run.id(), match).toString())
                        .orElse(null));
    }
}
