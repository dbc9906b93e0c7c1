package dev.recon.engine.explain;

import dev.recon.engine.explain.Holder.Held;
import java.util.List;

/// Why entries are matched.
///
/// @param held the match
/// @param left its left entries
/// @param right its right entries
/// @param conditions what its pass asked, and by how much it holds; none for a match by hand
/// @param evidence field by field, of the first pair
/// @param score the sum of the evidence
/// @param alternatives the nearest other entries for the first entry of its smaller side, best
///   first
/// @param sums which other entries come to its one entry, or nearly, where its pass adds them up
public record MatchExplanation(
        Held held,
        List<EntryFields> left,
        List<EntryFields> right,
        List<Condition> conditions,
        List<Evidence> evidence,
        double score,
        List<Candidate> alternatives,
        List<SumSearch> sums) {
    public MatchExplanation {
        left = List.copyOf(left);
        right = List.copyOf(right);
        conditions = List.copyOf(conditions);
        evidence = List.copyOf(evidence);
        alternatives = List.copyOf(alternatives);
        sums = List.copyOf(sums);
    }
}
