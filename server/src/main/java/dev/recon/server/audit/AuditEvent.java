package dev.recon.server.audit;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One line of the history.
///
/// @param number counts from 1 in the workspace
/// @param action what was done, for example `match-by-hand`
/// @param objectType what it was done to, for example `run`
/// @param object how what it was done to is called today
/// @param details what else is to be known, as JSON
/// @param previousHash the hash of the event before; 64 zeros for the first
/// @param hash SHA-256 of the previous hash and the canonical JSON of the rest
public record AuditEvent(
        long number,
        Instant at,
        Person by,
        String action,
        String objectType,
        String objectId,
        Called object,
        JsonNode details,
        String previousHash,
        String hash) {
    /// How people call an object; the history itself keeps its id alone.
    ///
    /// @param name its name, of a run `run #1`; none where it is gone or has none
    /// @param reconciliation the name of the reconciliation it belongs to
    /// @param reconciliationId the id of that
    record Called(
            @Nullable String name,
            @Nullable String reconciliation,
            @Nullable UUID reconciliationId) {}

    /// What somebody did, before it has a place in the history.
    ///
    /// @param details what else is to be known: text, whole numbers, lists and objects of them
    public record Deed(
            String action, String objectType, String objectId, Map<String, Object> details) {
        public Deed {
            details = Map.copyOf(details);
        }
    }

    /// Where in the chain an event stands.
    record Place(long number, Instant at, byte[] previousHash) {}

    /// What the chain vouches for.
    static Map<String, Object> said(Actor actor, Deed deed, Place place) {
        return Map.of(
                "workspace", actor.workspaceId(),
                "number", place.number,
                "at", place.at,
                "by", actor.person().id(),
                "action", deed.action,
                "objectType", deed.objectType,
                "objectId", deed.objectId,
                "details", deed.details);
    }
}
