package dev.recon.engine.report;

import dev.recon.engine.compare.Run;
import dev.recon.engine.match.Stops;

/// What one pass found.
///
/// @param name the pass, or `by hand`
/// @param kind the word of a rule set, such as `exact`; `hand` for the matches by hand
/// @param matched the number of its matches
/// @param suggested the number of its suggestions
/// @param left the left entries in both
/// @param right the right entries in both
/// @param stops where it stopped looking
public record PassTotals(
        String name,
        String kind,
        long matched,
        long suggested,
        Tally left,
        Tally right,
        Stops stops) {
    public static final String BY_HAND = Run.BY_HAND;

    /// The entries of both sides that it holds.
    public long entries() {
        return left.count() + right.count();
    }
}
