package dev.recon.server.platform;

import java.util.UUID;

/// Who acts, and in which workspace: the first thing every service is told.
public record Actor(UUID workspaceId, Person person) {}
