package dev.recon.engine.explain;

import dev.recon.engine.rate.Exchange;
import dev.recon.engine.rules.Pass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks for the smallest change of the rules that would match an open entry: the one that reaches
/// the fewest other entries.
///
/// Every pass that fails by at most [#FAILING_MAX] conditions is a proposal, for every free
/// candidate that could well be the partner; the first [#COUNTED_MAX] of them are tried (see
/// [Reach]). A change that matches strangers is none.
final class RuleChanges {
    private static final int FAILING_MAX = 2;
    private static final int COUNTED_MAX = 4;
    private static final double CONFIDENCE_MIN = 0.01;

    private final Scope scope;
    private final Reach reach;
    private final Exchange exchange;

    RuleChanges(Scope scope, Reach reach, Exchange exchange) {
        this.scope = scope;
        this.reach = reach;
        this.exchange = exchange;
    }

    private record Proposal(
            Candidate candidate, PassChange change, Reach.Changed changed, long size) {
        RuleChange uncounted() {
            return reaching(OptionalInt.empty(), 0);
        }

        RuleChange reaching(OptionalInt others, int moved) {
            return new RuleChange(candidate.rank(), change.text(), changed.passes(), others, moved);
        }
    }

    /// A proposal that was tried; nothing is counted where too many entries are in question.
    private record Tried(Proposal proposal, Optional<Reach.Counted> counted) {
        RuleChange change() {
            return counted.map(found ->
                            proposal.reaching(OptionalInt.of(found.others()), found.moved()))
                    .orElseGet(proposal::uncounted);
        }

        boolean mayMatch() {
            return counted.isEmpty() || counted.get().matchesPair();
        }

        int touched() {
            return counted.map(found -> found.others() + found.moved()).orElse(Integer.MAX_VALUE);
        }
    }

    /// The smallest change that matches the entry with one of the candidates.
    Optional<RuleChange> smallest(EntryFields entry, List<Candidate> candidates) {
        List<Proposal> proposals = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.taken().isEmpty() && candidate.confidence() >= CONFIDENCE_MIN) {
                propose(candidate, proposals);
            }
        }
        proposals.sort(Comparator.comparingLong(Proposal::size));
        return proposals.stream()
                .limit(COUNTED_MAX)
                .map(proposal -> tried(entry, proposal))
                .filter(Tried::mayMatch)
                .min(Comparator.comparingInt(Tried::touched))
                .map(Tried::change);
    }

    private Tried tried(EntryFields entry, Proposal proposal) {
        EntryPair pair = EntryPair.of(entry, proposal.candidate.entry(), exchange);
        return new Tried(proposal, reach.of(proposal.changed, pair));
    }

    private void propose(Candidate candidate, List<Proposal> proposals) {
        List<Pass> passes = scope.rules().passes();
        Set<String> names = passes.stream().map(Pass::name).collect(Collectors.toSet());
        for (int index = 0; index < passes.size(); index++) {
            List<Condition> failing =
                    candidate.verdicts().get(index).conditions().stream()
                            .filter(condition -> !condition.holds())
                            .toList();
            if (failing.isEmpty() || failing.size() > FAILING_MAX) {
                continue;
            }
            Optional<PassChange> change = PassChange.of(passes.get(index), failing, names);
            if (change.isPresent()) {
                Reach.Changed changed = changed(passes, index, change.get());
                proposals.add(
                        new Proposal(candidate, change.get(), changed, size(candidate, failing)));
            }
        }
    }

    /// Few conditions before many, a limit that moves before a field that goes, near candidates
    /// before far ones.
    private static long size(Candidate candidate, List<Condition> failing) {
        long gone = failing.stream().filter(one -> one.mend() instanceof Mend.Any).count();
        return (failing.size() + 2 * gone) * 1000 + candidate.rank();
    }

    private static Reach.Changed changed(List<Pass> passes, int index, PassChange change) {
        List<Pass> changed = new ArrayList<>(passes);
        if (change.isNew()) {
            changed.add(index + 1, change.pass());
            return new Reach.Changed(index + 1, changed);
        }
        changed.set(index, change.pass());
        return new Reach.Changed(index, changed);
    }
}
