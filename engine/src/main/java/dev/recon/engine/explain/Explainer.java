package dev.recon.engine.explain;

import dev.recon.engine.explain.Holder.Held;
import dev.recon.engine.rate.Exchange;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Says why: for a match the evidence as a sum, for an open entry the nearest candidates, what
/// failed and by how much, who took them, and which change of the rules would match it.
///
/// One thread uses it. An entry costs one look at all entries of the other side (see [NearestScan])
/// and up to four cascades over the open entries (see [RuleChanges]).
public final class Explainer {
    /// How many candidates are shown where nobody says how many.
    public static final int CANDIDATES_DEFAULT = 3;

    private final Scope scope;
    private final Learnt learnt;
    private final RuleChanges changes;
    private final Exchange exchange;

    /// @param learnt what fields weigh
    public Explainer(Scope scope, Learnt learnt) {
        this.scope = scope;
        this.learnt = learnt;
        this.exchange = new Exchange(scope.rules().rates(), scope.rules().decimals());
        this.changes = new RuleChanges(scope, new Reach(scope), exchange);
    }

    /// The match that holds an entry; empty when it is open.
    public Optional<MatchExplanation> findMatch(Side side, int row, int alternativesMax) {
        return scope.holder().find(side, row).map(held -> match(held, alternativesMax));
    }

    /// Why entries are matched, with the nearest other entries.
    public MatchExplanation match(Held held, int alternativesMax) {
        List<EntryFields> left = scope.fields(Side.LEFT, held.left());
        List<EntryFields> right = scope.fields(Side.RIGHT, held.right());
        MatchConditions asked = new MatchConditions(held, left, right, exchange);
        List<Condition> conditions =
                scope.rules().passes().stream()
                        .filter(pass -> pass.name().equals(held.pass()))
                        .findFirst()
                        .map(pass -> conditions(pass, asked))
                        .orElse(List.of());
        if (left.isEmpty() || right.isEmpty()) {
            return new MatchExplanation(
                    held, left, right, conditions, List.of(), 0, List.of(), List.of());
        }
        List<Evidence> evidence = FieldEvidence.of(left, right, learnt, exchange);
        EntryFields whole = right.size() < left.size() ? right.getFirst() : left.getFirst();
        Set<Integer> own = Set.copyOf(held.rows(whole.side().other()));
        return new MatchExplanation(
                held,
                left,
                right,
                conditions,
                evidence,
                Evidence.sum(evidence),
                candidates(whole, own, alternativesMax),
                sums(held, whole, own, alternativesMax));
    }

    private List<Condition> conditions(Pass pass, MatchConditions asked) {
        List<Condition> conditions = asked.of(pass);
        return pass instanceof Pass.Close close && close.seconds().isPresent()
                ? new NextInTime(scope, close).said(conditions, asked.pair())
                : conditions;
    }

    /// One entry that several come to, with others that would.
    private List<SumSearch> sums(Held held, EntryFields whole, Set<Integer> own, int max) {
        boolean isSum = held.rows(whole.side()).size() == 1 && own.size() > 1 && max > 0;
        return scope.rules().passes().stream()
                .filter(pass -> isSum && pass.name().equals(held.pass()))
                .flatMap(pass -> sums(pass, whole, own, max).stream())
                .toList();
    }

    private Optional<SumSearch> sums(Pass pass, EntryFields whole, Set<Integer> own, int max) {
        return pass instanceof Pass.Sum sum
                ? Optional.of(new OtherSums(scope, sum, whole, own).find(max))
                : Optional.empty();
    }

    /// Why an entry is open, with the nearest `candidatesMax` entries of the other side.
    public EntryExplanation entry(Side side, int row, int candidatesMax) {
        EntryFields entry = scope.fields(side, List.of(row)).getFirst();
        List<Candidate> candidates = candidates(entry, Set.of(), candidatesMax);
        return new EntryExplanation(
                entry,
                candidates,
                scope.table(side.other()).rows(),
                scope.rules().passes().stream()
                        .filter(_ -> candidatesMax > 0)
                        .flatMap(pass -> sums(pass, entry, Set.of(), candidatesMax).stream())
                        .toList(),
                candidatesMax == 0 ? List.of() : new OwnSide(scope, exchange).nearest(entry),
                changes.smallest(entry, candidates));
    }

    /// What two entries say for and against belonging together.
    private List<Evidence> evidence(EntryPair pair) {
        return FieldEvidence.of(pair, learnt);
    }

    private List<Candidate> candidates(EntryFields entry, Set<Integer> without, int max) {
        List<Candidate> candidates = new ArrayList<>();
        List<Scored> nearest = max == 0 ? List.of() : nearest(entry, without);
        int searched = scope.of(entry.side().other()).entries();
        Odds odds = Odds.of(nearest.stream().mapToDouble(Scored::score), searched);
        for (Scored scored : shown(nearest, max)) {
            candidates.add(candidate(candidates.size() + 1, entry, scored, odds));
        }
        return candidates;
    }

    /// The best of all, but no more taken ones than half as long as there are free ones: a person
    /// can match only those.
    private static List<Scored> shown(List<Scored> nearest, int max) {
        long free = nearest.stream().filter(Scored::free).count();
        long taken = Math.max(max - free, max / 2);
        List<Scored> shown = new ArrayList<>();
        for (Scored scored : nearest) {
            taken -= scored.free ? 0 : 1;
            if (shown.size() < max && (scored.free || taken >= 0)) {
                shown.add(scored);
            }
        }
        return shown;
    }

    private record Scored(EntryFields entry, List<Evidence> evidence, boolean free) {
        double score() {
            return Evidence.sum(evidence);
        }
    }

    /// By the sum of the evidence, free ones before taken ones, then by line.
    private List<Scored> nearest(EntryFields entry, Set<Integer> without) {
        Side other = entry.side().other();
        List<Integer> rows =
                Arrays.stream(NearestScan.nearest(scope, entry.side(), entry.row()))
                        .boxed()
                        .filter(row -> !without.contains(row))
                        .toList();
        List<Scored> all = new ArrayList<>();
        for (EntryFields found : scope.fields(other, rows)) {
            List<Evidence> evidence = evidence(EntryPair.of(entry, found, exchange));
            all.add(new Scored(found, evidence, scope.holder().isOpen(other, found.row())));
        }
        all.sort(
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> !scored.free)
                        .thenComparingInt(scored -> scored.entry.line()));
        return all;
    }

    private Candidate candidate(int rank, EntryFields entry, Scored scored, Odds odds) {
        Optional<Taken> taken =
                scope.holder()
                        .find(scored.entry.side(), scored.entry.row())
                        .map(held -> taken(scored, held));
        return new Candidate(
                rank,
                scored.entry,
                scored.score(),
                odds.confidence(scored.score(), lead(taken)),
                scored.evidence,
                new Verdicts(scope).of(EntryPair.of(entry, scored.entry, exchange)),
                taken);
    }

    private static OptionalDouble lead(Optional<Taken> taken) {
        return taken.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(taken.get().lead());
    }

    /// The takers of a candidate, and what speaks for the one that comes nearest to it.
    private Taken taken(Scored candidate, Held held) {
        Side side = candidate.entry.side().other();
        List<EntryFields> takers = scope.fields(side, held.rows(side));
        List<Evidence> best =
                takers.stream()
                        .map(taker -> evidence(EntryPair.of(taker, candidate.entry, exchange)))
                        .max(Comparator.comparingDouble(Evidence::sum))
                        .orElse(List.of());
        return Taken.of(held, takers, best, candidate.evidence);
    }
}
