package dev.recon.server.reconciliation;

import dev.recon.server.platform.Actor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Says where a reconciliation stands. Runs come later in the order of the data, so they provide it
/// to this package.
public interface Standings {
    /// The newest run and the newest result.
    record Runs(Optional<RunBrief> last, Optional<Standing> result) {
        static final Runs NONE = new Runs(Optional.empty(), Optional.empty());
    }

    /// Those of the reconciliations that have run, by their ids.
    Map<UUID, Runs> of(Actor actor, Collection<UUID> reconciliationIds);
}
