package dev.recon.server.access;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Actor;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells what happens to an account in the history of each of its workspaces, because it matters in
/// each; in the order of their names, so that two such changes never wait for each other.
@Component
record AccountHistory(MeStore me, AuditStore audit) {
    void tell(UUID accountId, String action, Map<String, Object> details) {
        for (MeStore.Place place : me.places(accountId)) {
            audit.append(
                    new Actor(place.workspace().id(), place.person()),
                    new Deed(action, "person", place.person().id().toString(), details));
        }
    }
}
