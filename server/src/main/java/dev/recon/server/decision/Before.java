package dev.recon.server.decision;

import dev.recon.server.breaks.Break;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a decision found before it changed it: kept with the decision, so that undoing restores
/// exactly that.
///
/// @param entries entries that it moved
/// @param match the match that it made or changed; null when there is none
/// @param breaks breaks that it changed or made
record Before(List<EntryBefore> entries, @Nullable MatchBefore match, List<BreakBefore> breaks) {
    static final Before NOTHING = new Before(List.of(), null, List.of());

    Before {
        entries = List.copyOf(entries);
        breaks = List.copyOf(breaks);
    }

    /// @param matchNumber the match that held it; null when it was open
    /// @param changedBy the decision that had changed it last; null when none had
    record EntryBefore(
            String side,
            int line,
            @Nullable Integer matchNumber,
            @Nullable String pass,
            String status,
            @Nullable UUID changedBy) {}

    /// @param status its status; null when there was no such match
    /// @param changedBy the decision that had changed it last; null when none had
    record MatchBefore(int number, @Nullable String status, @Nullable UUID changedBy) {}

    /// @param made did the decision make it?
    /// @param resolvedBy what had resolved it; null when it was open
    /// @param changedBy the decision that had changed it last; null when none had
    record BreakBefore(
            int number, boolean made, @Nullable UUID resolvedBy, @Nullable UUID changedBy) {
        static BreakBefore made(int number) {
            return new BreakBefore(number, true, null, null);
        }

        static BreakBefore of(Break found) {
            return new BreakBefore(
                    found.row().number(),
                    false,
                    found.resolvedBy().orElse(null),
                    found.changedBy().orElse(null));
        }
    }
}
