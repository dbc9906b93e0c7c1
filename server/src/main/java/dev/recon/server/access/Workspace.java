package dev.recon.server.access;

import java.util.UUID;

/// The tenant: everything belongs to exactly one.
public record Workspace(UUID id, String name) {
    /// The one that every installation begins with.
    public static final UUID FIRST = UUID.fromString("019a0000-0000-7000-8000-000000000001");
}
