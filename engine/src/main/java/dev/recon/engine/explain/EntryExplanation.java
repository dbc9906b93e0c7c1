package dev.recon.engine.explain;

import java.util.List;
import java.util.Optional;

/// Why an entry is open.
///
/// @param entry the open entry
/// @param candidates the nearest entries of the other side, the nearest first
/// @param searched how many entries were looked at
/// @param sums what several entries come to it, or nearly; for each pass for sums that there is
/// @param own the nearest entries of its own side, which it could cancel with or repeat
/// @param change the smallest change of the rules that would match it, where there is one
public record EntryExplanation(
        EntryFields entry,
        List<Candidate> candidates,
        int searched,
        List<SumSearch> sums,
        List<OwnCandidate> own,
        Optional<RuleChange> change) {
    public EntryExplanation {
        sums = List.copyOf(sums);
        own = List.copyOf(own);
        candidates = List.copyOf(candidates);
    }
}
