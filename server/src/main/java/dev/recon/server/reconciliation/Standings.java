package dev.recon.server.reconciliation;

import dev.recon.server.platform.Actor;
import java.util.Optional;
import java.util.UUID;

/// Says where a reconciliation stands. Runs come later in the order of the data, so they provide it
/// to this package.
public interface Standings {
    /// The newest run and the newest result.
    record Runs(Optional<RunBrief> last, Optional<Standing> result) {}

    Runs find(Actor actor, UUID reconciliationId);
}
