package dev.recon.server.reconciliation;

import dev.recon.server.fleeting.Ongoing;
import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A standing question: what is compared, and where it stands.
///
/// @param version grows with each edit
/// @param runsByItself does it run when both sources have delivered something new?
/// @param ruleSet the newest version of its rule set
/// @param runs how many runs there are
/// @param lastRun the newest run, whatever became of it
/// @param resultRun the newest run that has a result, as it stands now
public record Reconciliation(
        UUID id,
        String name,
        int version,
        @Nullable UUID leftSource,
        @Nullable UUID rightSource,
        boolean runsByItself,
        int ruleSet,
        Instant createdAt,
        Person createdBy,
        int runs,
        @Nullable RunBrief lastRun,
        @Nullable Standing resultRun)
        implements Ongoing {
    @Override
    public boolean ongoing() {
        return lastRun != null && lastRun.finishedAt() == null;
    }

    Reconciliation with(Standings.Runs found) {
        return new Reconciliation(
                id,
                name,
                version,
                leftSource,
                rightSource,
                runsByItself,
                ruleSet,
                createdAt,
                createdBy,
                runs,
                found.last().orElse(null),
                found.result().orElse(null));
    }
}
