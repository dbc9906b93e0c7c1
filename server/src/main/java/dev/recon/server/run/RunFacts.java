package dev.recon.server.run;

import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Reads what a run found out of its segments.
@Component
public record RunFacts(RunSegmentStore segments, RunRules rules) {
    /// Where an entry stands in its file, and which match the run found for it.
    ///
    /// @param match 0 for none
    public record EntryFact(int line, long position, int match) {}

    /// The entry of a line; empty when the line was rejected or is not there.
    public Optional<EntryFact> findEntry(RunRow run, Side side, int line) {
        String kind = RunSegment.entries(side);
        return segments.find(run, kind, line)
                .map(place -> EntryColumns.of(segments.get(run, kind, place.position())))
                .filter(columns -> columns.index(line) >= 0)
                .map(columns -> fact(columns, columns.index(line)));
    }

    /// A match by its number; empty for one made by hand in the run, which is no fact.
    public Optional<MatchFact> findMatch(RunRow run, int number) {
        return segments.find(run, RunSegment.MATCHES, number)
                .map(place -> {
                    byte[] raw = segments.get(run, RunSegment.MATCHES, place.position());
                    int index = (int) (number - place.first());
                    return fact(run, MatchColumns.of(raw), number, index);
                });
    }

    /// Matches from `number` on that `wanted` takes, up to `max` of them.
    public List<MatchFact> listMatches(
            RunRow run, int number, Predicate<MatchFact> wanted, int max) {
        List<MatchFact> found = new ArrayList<>();
        for (RunSegmentStore.Place place : segments.listFrom(run, RunSegment.MATCHES, number)) {
            MatchColumns columns =
                    MatchColumns.of(segments.get(run, RunSegment.MATCHES, place.position()));
            int first = (int) Math.max(0, number - place.first());
            for (int index = first; index < columns.count(); index++) {
                MatchFact fact = fact(run, columns, (int) place.first() + index, index);
                if (wanted.test(fact)) {
                    found.add(fact);
                    if (found.size() == max) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    /// Up to `max` matches, from all over the run.
    public List<MatchFact> sampleMatches(RunRow run, int max) {
        int step = Math.max(1, (run.matchCount() + max - 1) / max);
        List<MatchFact> found = new ArrayList<>();
        for (RunSegmentStore.Place place : segments.listFrom(run, RunSegment.MATCHES, 1)) {
            MatchColumns columns =
                    MatchColumns.of(segments.get(run, RunSegment.MATCHES, place.position()));
            for (int index = 0; index < columns.count(); index += step) {
                found.add(fact(run, columns, (int) place.first() + index, index));
            }
        }
        return found;
    }

    /// The pass of each match that the run found, by its place in the rule set, -1 for a person;
    /// its number is its place, from 1.
    public byte[] passes(RunRow run) {
        byte[] passes = new byte[run.matchCount() + 1];
        for (RunSegmentStore.Place place : segments.listFrom(run, RunSegment.MATCHES, 1)) {
            MatchColumns columns =
                    MatchColumns.of(segments.get(run, RunSegment.MATCHES, place.position()));
            for (int index = 0; index < columns.count(); index++) {
                passes[(int) place.first() + index] = (byte) columns.pass(index);
            }
        }
        return passes;
    }

    /// The match that the run found for each entry of a side, in the order of the file; 0 for none.
    public int[] matches(RunRow run, Side side, int entries) {
        int[] matches = new int[entries];
        int row = 0;
        String kind = RunSegment.entries(side);
        for (RunSegmentStore.Place place : segments.listFrom(run, kind, 0)) {
            EntryColumns columns = EntryColumns.of(segments.get(run, kind, place.position()));
            for (int index = 0; index < columns.count(); index++) {
                matches[row++] = columns.match(index);
            }
        }
        return matches;
    }

    /// The least sure matches that `wanted` takes.
    public List<MatchFact> listLeastSure(RunRow run, LeastSure least, Predicate<MatchFact> wanted) {
        for (RunSegmentStore.Place place : segments.listFrom(run, RunSegment.MATCHES, 1)) {
            MatchColumns columns =
                    MatchColumns.of(segments.get(run, RunSegment.MATCHES, place.position()));
            for (int index = 0; index < columns.count(); index++) {
                int number = (int) place.first() + index;
                if (least.wants(columns.confidence(index), number)) {
                    MatchFact fact = fact(run, columns, number, index);
                    if (wanted.test(fact)) {
                        least.add(fact);
                    }
                }
            }
        }
        return least.facts();
    }

    private MatchFact fact(RunRow run, MatchColumns columns, int number, int index) {
        RuleSet ruleSet = rules.get(run);
        int pass = columns.pass(index);
        return new MatchFact(
                number,
                pass < 0 ? RunTotals.BY_HAND : ruleSet.passes().get(pass).name(),
                columns.isMatched(index) ? RunTotals.MATCHED : RunTotals.SUGGESTED,
                columns.confidence(index),
                Arrays.stream(columns.leftLines(index)).boxed().toList(),
                Arrays.stream(columns.rightLines(index)).boxed().toList());
    }

    private static EntryFact fact(EntryColumns columns, int index) {
        return new EntryFact(columns.line(index), columns.position(index), columns.match(index));
    }
}
