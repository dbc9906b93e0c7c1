package dev.recon.server.breaks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the entry of a break stands in the last run that carried it on.
///
/// @param run the number of that run
/// @param status matched, suggested, open, or rejected when its rule set no longer reads the line
/// @param matchId the match that holds it there
public record Later(UUID runId, int run, String status, @Nullable String matchId) {
    static final String REJECTED = "rejected";
}
