package dev.recon.server.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key that a person's device keeps, as they see it among theirs.
///
/// @param usedAt when it last opened the door
@JsonInclude(JsonInclude.Include.ALWAYS)
record Passkey(UUID id, String name, Instant createdAt, @Nullable Instant usedAt) {}
