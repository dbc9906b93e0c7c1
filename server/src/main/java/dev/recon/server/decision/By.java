package dev.recon.server.decision;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.Approval;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose decision it is.
///
/// @param actor who acts now: its maker, or who approves it
/// @param maker who decided
/// @param approved null where nobody had to approve it
record By(Actor actor, UUID maker, @Nullable Approved approved) {
    /// That another person said yes.
    record Approved(UUID by, OffsetDateTime proposedAt) {}

    /// Somebody for themselves.
    static By self(Actor actor) {
        return new By(actor, actor.person().id(), null);
    }

    /// Somebody who approves what another one proposed.
    static By approving(Actor checker, Approval approval) {
        return new By(
                checker,
                approval.by().id(),
                new Approved(checker.person().id(), Rows.at(approval.at())));
    }

    /// What the history says of it: an event's person is who acted, so the maker is named beside.
    Map<String, Object> told(Map<String, Object> details) {
        if (approved == null) {
            return details;
        }
        Map<String, Object> all = new HashMap<>(details);
        all.put("proposedBy", maker.toString());
        all.put("proposedAt", approved.proposedAt().toInstant().toString());
        return all;
    }
}
