package dev.recon.server.decision;

import dev.recon.server.match.EntryState;
import dev.recon.server.match.MatchState;
import dev.recon.server.run.RunEntries.Picked;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A decision about entries that can be made as things are now.
///
/// @param match the match that it is about; empty for one by hand
/// @param open the entries that a match by hand would hold; empty for all others
record Checked(
        String kind,
        Optional<MatchState> match,
        List<Integer> left,
        List<Integer> right,
        Optional<Open> open,
        @Nullable String text) {
    /// Open entries of both sides.
    record Open(Picked left, Picked right, List<EntryState> states) {}

    static Checked about(String kind, MatchState match, @Nullable String text) {
        return new Checked(
                kind, Optional.of(match), match.left(), match.right(), Optional.empty(), text);
    }
}
