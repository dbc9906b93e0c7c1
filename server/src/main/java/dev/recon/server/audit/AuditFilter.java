package dev.recon.server.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which audit events are wanted: those for which all that is given holds.
///
/// @param from not before this time
/// @param to before this time
public record AuditFilter(
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String action,
        @Nullable UUID person,
        @Nullable Instant from,
        @Nullable Instant to) {}
