package dev.recon.server.reconciliation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run in one line.
public record RunBrief(
        UUID id, int number, String status, Instant createdAt, @Nullable Instant finishedAt) {}
