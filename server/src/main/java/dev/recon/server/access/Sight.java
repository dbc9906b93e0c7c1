package dev.recon.server.access;

import dev.recon.server.platform.Permission;
import java.util.Set;
import java.util.UUID;

/// All that decides what somebody is told of a workspace. Whoever has the same sight is told the
/// same: every change of what they may be told is an event of the workspace's history, appended in
/// the database transaction of the change, so the end of the history is the version of everything.
///
/// @param version where the history ended before anything else was read for the request: the hash
///   of its last event. What is read later is of this version or of a newer one, never of an older
/// @param memberOf the reconciliations with members of which they are one
public record Sight(String version, Set<Permission> permissions, Set<UUID> memberOf) {}
