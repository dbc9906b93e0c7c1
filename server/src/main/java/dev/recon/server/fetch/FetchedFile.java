package dev.recon.server.fetch;

import dev.recon.engine.read.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that was fetched, and what became of it.
///
/// @param state of its delivery, or `refused` where it did not become one
/// @param number of its delivery
/// @param reason why its delivery is held or refused
/// @param problem why it did not become one
record FetchedFile(
        UUID id,
        String name,
        long bytes,
        Instant fetchedAt,
        String state,
        @Nullable Integer number,
        @Nullable String reason,
        @Nullable Problem problem) {}
