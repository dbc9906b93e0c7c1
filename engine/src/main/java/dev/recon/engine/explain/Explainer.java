package dev.recon.engine.explain;

import dev.recon.engine.explain.Holder.Held;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says why: for a match the evidence as a sum, for an open entry the nearest candidates, what
/// failed and by how much, who took them, and which change of the rules would match it.
///
/// One thread uses it. An entry costs one look at all entries of the other side (see [NearestScan])
/// and up to four cascades over the open entries (see [RuleChanges]).
public final class Explainer {
    /// How many candidates are shown where nobody says how many.
    public static final int CANDIDATES_DEFAULT = 3;

    private final Scope scope;
    private final RuleChanges changes;

    public Explainer(Scope scope) {
        this.scope = scope;
        this.changes = new RuleChanges(scope, new Reach(scope));
    }

    /// The match that holds an entry; empty when it is open.
    public Optional<MatchExplanation> findMatch(Side side, int row) {
        return scope.holder().find(side, row).map(this::match);
    }

    /// Why entries are matched.
    public MatchExplanation match(Held held) {
        List<EntryFields> left = fields(held, Side.LEFT);
        List<EntryFields> right = fields(held, Side.RIGHT);
        Optional<Pass> by =
                scope.rules().passes().stream()
                        .filter(pass -> pass.name().equals(held.pass()))
                        .findFirst();
        if (left.isEmpty() || right.isEmpty()) {
            List<EntryFields> all = left.isEmpty() ? right : left;
            List<Condition> conditions =
                    by.map(pass -> ContraConditions.of(pass, all)).orElse(List.of());
            return new MatchExplanation(held, left, right, conditions, List.of(), 0);
        }
        EntryPair pair = new EntryPair(left.getFirst(), right.getFirst());
        List<Condition> conditions =
                by.map(pass -> PassConditions.of(pass, pair)).orElse(List.of());
        List<Evidence> evidence = evidence(pair);
        return new MatchExplanation(
                held, left, right, conditions, evidence, Evidence.sum(evidence));
    }

    /// Why an entry is open, with the nearest `candidatesMax` entries of the other side.
    public EntryExplanation entry(Side side, int row, int candidatesMax) {
        EntryFields entry = scope.fields(side, row);
        List<Candidate> candidates = new ArrayList<>();
        List<Scored> nearest = nearest(entry);
        for (Scored scored : nearest.subList(0, Math.min(candidatesMax, nearest.size()))) {
            candidates.add(candidate(candidates.size() + 1, entry, scored));
        }
        return new EntryExplanation(
                entry,
                candidates,
                scope.table(side.other()).rows(),
                changes.smallest(entry, candidates));
    }

    /// What two entries say for and against belonging together.
    public static List<Evidence> evidence(EntryPair pair) {
        return FieldEvidence.of(pair);
    }

    private record Scored(EntryFields entry, List<Evidence> evidence, boolean free) {
        double score() {
            return Evidence.sum(evidence);
        }
    }

    /// By the sum of the evidence, free ones before taken ones, then by line.
    private List<Scored> nearest(EntryFields entry) {
        Side other = entry.side().other();
        List<Scored> all = new ArrayList<>();
        for (int row : NearestScan.nearest(scope, entry.side(), entry.row())) {
            EntryFields found = scope.fields(other, row);
            List<Evidence> evidence = evidence(EntryPair.of(entry, found));
            all.add(new Scored(found, evidence, scope.holder().isOpen(other, row)));
        }
        all.sort(
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> !scored.free)
                        .thenComparingInt(scored -> scored.entry.line()));
        return all;
    }

    private Candidate candidate(int rank, EntryFields entry, Scored scored) {
        List<Pass> passes = scope.rules().passes();
        Optional<Taken> taken =
                scope.holder()
                        .find(scored.entry.side(), scored.entry.row())
                        .map(held -> Taken.of(scope, scored.entry, held, scored.evidence));
        return new Candidate(
                rank,
                scored.entry,
                scored.score(),
                scored.evidence,
                PassVerdict.of(passes, EntryPair.of(entry, scored.entry)),
                taken);
    }

    private List<EntryFields> fields(Held held, Side side) {
        return held.rows(side).stream().map(row -> scope.fields(side, row)).toList();
    }
}
