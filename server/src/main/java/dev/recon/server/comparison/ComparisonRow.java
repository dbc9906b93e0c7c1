package dev.recon.server.comparison;

import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A comparison as the database has it.
record ComparisonRow(
        UUID workspaceId,
        UUID id,
        UUID reconciliationId,
        UUID runId,
        int run,
        int before,
        @Nullable Integer after,
        String rules,
        String status,
        int progressPermille,
        Instant createdAt,
        Person createdBy,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        @Nullable String totals) {}
