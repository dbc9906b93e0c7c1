package dev.recon.server.source;

import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.UUID;

/// One place that entries come from.
public record Source(UUID id, String name, Instant createdAt, Person createdBy) {}
