package dev.recon.server.platform;

import java.util.Set;
import java.util.UUID;

/// Who acts, in which workspace, and what they may: the first thing every service is told.
///
/// @param permissions what the person's roles allow, and the key's scopes where a program acts
public record Actor(UUID workspaceId, Person person, Set<Permission> permissions) {
    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /// Somebody in whose name the server itself acts, after they were allowed to ask for it.
    public Actor(UUID workspaceId, Person person) {
        this(workspaceId, person, Set.of());
    }
}
