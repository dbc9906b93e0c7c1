package dev.recon.server.people;

import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key for a program, without its secret.
///
/// @param by for whom it acts
/// @param scopes what it may at most
record ApiKey(
        UUID id,
        String name,
        Person by,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant endsAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {}
