package dev.recon.server.breaks;

import dev.recon.engine.table.Side;
import dev.recon.server.match.Comparing;
import dev.recon.server.match.Evidence;
import dev.recon.server.match.WhyNot;
import dev.recon.server.platform.Words;
import dev.recon.server.run.Entry;
import dev.recon.server.run.RunEntries;
import dev.recon.server.run.RunEntries.Picked;
import dev.recon.server.run.RunRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/// Ranks the open entries that could belong to a break, with the evidence of each.
@Service
record CandidateService(CandidateStore store, RunEntries entries) {
    private static final int READ_MAX = 40;

    /// @param rank from 1
    /// @param score the sum of the weights
    record Candidate(
            int rank,
            Entry entry,
            double score,
            List<Evidence> evidence,
            List<WhyNot.Reason> whyNot) {}

    /// @param searched what was looked at, in words
    record Candidates(List<Candidate> items, String searched) {}

    private record Scored(int row, Entry entry, List<Evidence> evidence) {
        double score() {
            return Comparing.score(evidence);
        }
    }

    Candidates find(RunRow run, Break about, int limit) {
        if (about.side().isEmpty()) {
            return new Candidates(
                    List.of(), "Nothing was searched: both sides of this break are there.");
        }
        Side own = Words.side(about.side().get());
        List<Break> near = store.near(run, about, own.other().word());
        List<Integer> lines = nearest(own, about.row(), near);
        if (lines.isEmpty()) {
            return new Candidates(List.of(), searched(own.other(), 0));
        }
        Picked mine = entries.pick(run, own, List.of(listed(about.row(), own).line()));
        Picked theirs = entries.pick(run, own.other(), lines);
        List<Scored> best = rank(own, mine.entries().getFirst(), theirs.entries(), limit);
        List<Candidate> items = new ArrayList<>();
        for (Scored scored : best) {
            WhyNot why =
                    own == Side.LEFT
                            ? new WhyNot(mine, 0, theirs, scored.row)
                            : new WhyNot(theirs, scored.row, mine, 0);
            items.add(
                    new Candidate(
                            items.size() + 1,
                            scored.entry,
                            scored.score(),
                            scored.evidence,
                            why.reasons()));
        }
        return new Candidates(items, searched(own.other(), near.size()));
    }

    private static String searched(Side side, int found) {
        String near = " of the " + side.word() + " near by amount, reference or party";
        return found == 0
                ? "There is no open entry" + near + "."
                : "Looked at "
                        + found
                        + (found == 1 ? " open entry" : " open entries")
                        + near
                        + ".";
    }

    /// The lines that are worth reading: each may lie in another segment of the file.
    private static List<Integer> nearest(Side own, BreakRow about, List<Break> near) {
        Entry.Listed mine = listed(about, own);
        return near.stream()
                .map(found -> listed(found.row(), own.other()))
                .sorted(
                        Comparator.comparingDouble(
                                        (Entry.Listed other) -> Comparing.roughly(mine, other))
                                .reversed()
                                .thenComparingInt(Entry.Listed::line))
                .limit(READ_MAX)
                .map(Entry.Listed::line)
                .toList();
    }

    private static Entry.Listed listed(BreakRow row, Side side) {
        return Objects.requireNonNull(side == Side.LEFT ? row.left() : row.right());
    }

    private static List<Scored> rank(Side own, Entry mine, List<Entry> theirs, int limit) {
        List<Scored> all = new ArrayList<>();
        for (int row = 0; row < theirs.size(); row++) {
            Entry other = theirs.get(row);
            Comparing pair =
                    own == Side.LEFT ? new Comparing(mine, other) : new Comparing(other, mine);
            all.add(new Scored(row, other, pair.evidence()));
        }
        return all.stream()
                .sorted(
                        Comparator.comparingDouble(Scored::score)
                                .reversed()
                                .thenComparingInt(one -> one.entry.line()))
                .limit(limit)
                .toList();
    }
}
