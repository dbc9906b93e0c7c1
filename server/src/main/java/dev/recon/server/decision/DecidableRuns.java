package dev.recon.server.decision;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import dev.recon.server.run.RunStore;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The runs that people may decide in: those that are done, the newest over its files. An older one
/// has handed its decisions on, and what is decided there would be lost.
@Component
record DecidableRuns(RunService service, RunStore runs) {
    /// The run, locked until the database transaction ends.
    RunRow lock(Actor actor, Permission permission, UUID runId) {
        service.getFor(actor, permission, runId);
        runs.lock(actor.workspaceId(), runId);
        RunRow run = service.getDone(actor, runId);
        if (!run.status().equals(RunRow.DONE)) {
            throw Problem.of(
                    ProblemKind.RUN_NOT_DONE, "The run is held. Mend its cause and run again.");
        }
        int newest = runs.newestNumberOverSameFiles(run);
        if (newest > run.number()) {
            throw Problem.of(
                    ProblemKind.RUN_SUPERSEDED,
                    "Run "
                            + newest
                            + " over the same files has taken the decisions over. Decide"
                            + " there.");
        }
        return run;
    }
}
