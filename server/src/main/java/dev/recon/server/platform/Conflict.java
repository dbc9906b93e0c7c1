package dev.recon.server.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did what that stands in the way.
///
/// @param text for example `local matched line 12 by hand`
public record Conflict(
        @Nullable UUID decisionId,
        @Nullable String kind,
        @Nullable Person by,
        @Nullable Instant at,
        String text) {
    /// A conflict that is nobody's decision.
    public static Conflict of(String text) {
        return new Conflict(null, null, null, null, text);
    }
}
