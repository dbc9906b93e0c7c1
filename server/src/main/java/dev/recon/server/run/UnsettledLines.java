package dev.recon.server.run;

import dev.recon.engine.read.EntryReader;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a run leaves to the next one, as people have decided until now: entries that are open or
/// only suggested, and all entries of a match that leaves a part of one of them open.
@Component
record UnsettledLines(
        UnsettledStore store,
        RunStore runs,
        HandoverStore handovers,
        RunSegmentStore segments,
        CarriedFacts carried,
        RunTables tables) {
    /// What a run carries on; nothing when it follows none.
    Carried before(RunRow run) {
        RunRow.Follows follows = run.follows();
        if (follows == null) {
            return Carried.NOTHING;
        }
        RunRow followed = runs.find(run.workspaceId(), follows.run()).orElseThrow();
        // Before the rest: what is decided meanwhile is seen by the count when the run ends.
        int decisions = handovers.moves(run.workspaceId(), followed.id());
        BitSet matches = matches(followed);
        return new Carried(
                list(followed, Side.LEFT, matches), list(followed, Side.RIGHT, matches), decisions);
    }

    /// The columns of the lines of a side that a run carries on.
    List<String> columns(RunRow run, Side side) {
        UUID followed = Objects.requireNonNull(run.follows()).run();
        return tables.columns(runs.find(run.workspaceId(), followed).orElseThrow(), side);
    }

    /// The matches that settle nothing: suggested, or with a rest that stays open.
    private BitSet matches(RunRow run) {
        BitSet unsettled = new BitSet(run.matchCount() + 1);
        for (RunSegmentStore.Place place : segments.listFrom(run, RunSegment.MATCHES, 1)) {
            byte[] raw = segments.get(run, RunSegment.MATCHES, place.position());
            MatchColumns columns = MatchColumns.of(raw);
            for (int index = 0; index < columns.count(); index++) {
                unsettled.set((int) place.first() + index, !columns.isMatched(index));
            }
        }
        store.matches(run)
                .forEach((match, status) ->
                        unsettled.set(match, status.equals(RunTotals.SUGGESTED)));
        store.partlyOpen(run).forEach(unsettled::set);
        return unsettled;
    }

    private List<CarriedLine> list(RunRow run, Side side, BitSet matches) {
        List<CarriedLine> lines = new ArrayList<>();
        Map<Integer, Integer> moved = store.entries(run, side);
        Map<Integer, UnsettledStore.Since> since = store.since(run, side);
        List<CarriedLine> known = carried.list(run, side);
        EntryReader reader = tables.reader(run, side);
        String kind = RunSegment.entries(side);
        for (RunSegmentStore.Place place : segments.listFrom(run, kind, 1)) {
            EntryColumns columns = EntryColumns.of(segments.get(run, kind, place.position()));
            for (int index = 0; index < columns.count(); index++) {
                int line = columns.line(index);
                int match = moved.getOrDefault(line, columns.match(index));
                if (match == 0 || matches.get(match)) {
                    String text = reader.at(columns.position(index), line).raw();
                    CarriedLine left =
                            line <= known.size()
                                    ? again(known.get(line - 1), line, text)
                                    : first(run, side, line - known.size(), text).in(line);
                    UnsettledStore.@Nullable Since seen = since.get(line);
                    lines.add(seen == null ? left : left.knownSince(seen));
                }
            }
        }
        return lines;
    }

    private static CarriedLine first(RunRow run, Side side, int fileLine, String text) {
        return new CarriedLine(
                fileLine,
                run.file(side).id(),
                run.file(side).name(),
                fileLine,
                1,
                run.number(),
                Objects.requireNonNull(run.finishedAt()),
                text);
    }

    private static CarriedLine again(CarriedLine before, int line, String text) {
        return new CarriedLine(
                line,
                before.fileId(),
                before.file(),
                before.fileLine(),
                before.runs() + 1,
                before.firstRun(),
                before.since(),
                text);
    }
}
