package dev.recon.server.fetch;

import dev.recon.engine.read.Problem;
import dev.recon.server.platform.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a source fetches from, and what the last look found; never the secret.
///
/// @param setBy who said so, in whose name its files are delivered
/// @param isLooking is somebody looking now?
/// @param fetched how many files the last look fetched
/// @param problem why the last look ended before its end; nothing when all is well
record SourcePlace(
        PlaceSettings place,
        int everyMinutes,
        boolean isOn,
        Instant setAt,
        Person setBy,
        Instant nextAt,
        boolean isLooking,
        @Nullable Instant lookedAt,
        @Nullable Integer fetched,
        @Nullable Problem problem) {}
