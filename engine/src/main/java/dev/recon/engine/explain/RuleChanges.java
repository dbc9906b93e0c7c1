package dev.recon.engine.explain;

import dev.recon.engine.rate.Exchange;
import dev.recon.engine.rules.Pass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Looks for the smallest change of the rules that would match an open entry: the one that reaches
/// the fewest other entries.
///
/// Every pass that fails by at most [#FAILING_MAX] conditions is a proposal, for every free
/// candidate that could well be the partner; the first [#COUNTED_MAX] of them are tried on the open
/// entries. A change that matches strangers is none.
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

    private record Proposal(Candidate candidate, PassChange change, List<Pass> passes, long size) {
        RuleChange counted(OptionalInt others) {
            return new RuleChange(candidate.rank(), change.text(), passes, others);
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
        List<Proposal> tried = proposals.subList(0, Math.min(COUNTED_MAX, proposals.size()));
        if (tried.isEmpty()) {
            return Optional.empty();
        }
        if (!reach.isBounded()) {
            return Optional.of(tried.getFirst().counted(OptionalInt.empty()));
        }
        return tried.stream()
                .flatMap(proposal -> counted(entry, proposal).stream())
                .min(Comparator.comparingInt(change -> change.others().orElseThrow()));
    }

    private Optional<RuleChange> counted(EntryFields entry, Proposal proposal) {
        EntryPair pair = EntryPair.of(entry, proposal.candidate.entry(), exchange);
        return reach.of(proposal.passes, pair)
                .filter(Reach.Counted::matchesPair)
                .map(counted -> proposal.counted(OptionalInt.of(counted.others())));
    }

    private void propose(Candidate candidate, List<Proposal> proposals) {
        List<Pass> passes = scope.rules().passes();
        for (int index = 0; index < passes.size(); index++) {
            List<Condition> failing =
                    candidate.verdicts().get(index).conditions().stream()
                            .filter(condition -> !condition.holds())
                            .toList();
            if (failing.isEmpty() || failing.size() > FAILING_MAX) {
                continue;
            }
            Optional<PassChange> change = PassChange.of(passes.get(index), failing);
            if (change.isPresent()) {
                List<Pass> changed = changed(passes, index, change.get());
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

    private static List<Pass> changed(List<Pass> passes, int index, PassChange change) {
        List<Pass> changed = new ArrayList<>(passes);
        if (change.isNew()) {
            changed.add(index + 1, change.pass());
        } else {
            changed.set(index, change.pass());
        }
        return changed;
    }
}
