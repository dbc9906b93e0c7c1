package dev.recon.server.decision;

import dev.recon.server.breaks.BreakStore;
import dev.recon.server.breaks.LaterRuns;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.run.HandoverStore;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunChain;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import dev.recon.server.run.RunStore;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The runs that people may decide in: those that are done, the newest over its files, that no
/// other has carried on. An older one has handed its decisions on, and what is decided there would
/// be lost.
@Component
record DecidableRuns(
        RunService service,
        RunStore runs,
        RunChain chain,
        HandoverStore handovers,
        BreakStore breaks,
        LaterRuns later) {
    /// The run, locked until the database transaction ends.
    RunRow lock(Actor actor, Permission permission, UUID runId) {
        service.getFor(actor, permission, runId);
        RunRow run = lockNewest(actor, runId);
        handovers
                .findTaking(actor.workspaceId(), runId)
                .ifPresent(number -> {
                    throw superseded(
                            "Run "
                                    + number
                                    + " is taking the decisions over. Decide there in a moment.");
                });
        chain.findFollower(actor.workspaceId(), runId)
                .flatMap(id -> runs.find(actor.workspaceId(), id))
                .ifPresent(follower -> {
                    throw superseded(
                            "Run "
                                    + follower.number()
                                    + " has carried on what is open here. Decide there; what is"
                                    + " settled here is looked at again by a run over everything.");
                });
        return run;
    }

    /// The run, locked, for a comment on one of its breaks: what stands in a match here stays here,
    /// also when a later run carried the rest on.
    RunRow lockToComment(Actor actor, UUID runId, Numbered about) {
        service.getFor(actor, Permission.COMMENT_BREAKS, runId);
        RunRow run = lockNewest(actor, runId);
        breaks.find(run, about.number())
                .flatMap(found -> later.find(run, found.row()))
                .ifPresent(found -> {
                    throw superseded(
                            "Run " + found.run() + " has carried this entry on. Comment there.");
                });
        return run;
    }

    private RunRow lockNewest(Actor actor, UUID runId) {
        runs.lock(actor.workspaceId(), runId);
        RunRow run = service.getDone(actor, runId);
        if (!run.status().equals(RunRow.DONE)) {
            throw Problem.of(
                    ProblemKind.RUN_NOT_DONE, "The run is held. Mend its cause and run again.");
        }
        int newest = chain.newestNumberOverSameFiles(run);
        if (newest > run.number()) {
            throw superseded(
                    "Run "
                            + newest
                            + " over the same files has taken the decisions over. Decide there.");
        }
        return run;
    }

    private static Problem superseded(String detail) {
        return Problem.of(ProblemKind.RUN_SUPERSEDED, detail);
    }
}
