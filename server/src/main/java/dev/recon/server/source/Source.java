package dev.recon.server.source;

import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.UUID;

/// One place that entries come from.
///
/// @param holdsRisky are deliveries held whose drift is risky, and not only breaking ones?
public record Source(
        UUID id, String name, boolean holdsRisky, Instant createdAt, Person createdBy) {}
