package dev.recon.server.run;

import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.file.FileStore;
import dev.recon.server.file.FileTables;
import dev.recon.server.file.HeldFile;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.permission.Authorizer.Target;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.AfterCommit;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.reconciliation.Reconciliation;
import dev.recon.server.reconciliation.ReconciliationStore;
import dev.recon.server.reconciliation.RuleSetStore;
import dev.recon.server.reconciliation.RuleSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Queues runs, cancels them, and shows them.
@Service
public record RunService(
        Authorizer authorizer,
        RunStore runs,
        RunChain chain,
        RunView view,
        RunSegmentStore segments,
        ReconciliationStore reconciliations,
        RuleSetStore ruleSets,
        FileStore files,
        FileTables tables,
        AuditStore audit,
        RunNews news,
        RunningHere running,
        JsonMapper json) {
    /// One run of the workspace, as a row.
    public RunRow get(Actor actor, UUID runId) {
        return getFor(actor, Permission.READ_WORK, runId);
    }

    /// Fails for who may not do this in the workspace.
    public void authorize(Actor actor, Permission permission) {
        authorizer.authorize(actor, permission);
    }

    /// One run of the workspace, for somebody who wants to do this with it.
    public RunRow getFor(Actor actor, Permission permission, UUID runId) {
        RunRow found =
                runs.find(actor.workspaceId(), runId).orElseThrow(() -> Problem.notFound("run"));
        authorizer.authorize(actor, permission, new Target("run", found.reconciliationId()));
        return found;
    }

    /// One run that has a result.
    public RunRow getDone(Actor actor, UUID runId) {
        RunRow run = get(actor, runId);
        if (!run.hasResult()) {
            throw Problem.of(
                    ProblemKind.RUN_NOT_DONE,
                    "The run is " + run.status() + ". Wait until it is done, or run again.");
        }
        return run;
    }

    /// One run as it leaves the server.
    public Run show(Actor actor, UUID runId) {
        return view.full(get(actor, runId));
    }

    /// Do the entries of a run have amounts at all? Tables of people or products have none.
    public boolean hasAmounts(RunRow run) {
        RunSummary summary = view.full(run).summary();
        return summary == null || !summary.matchRate().byValue().isEmpty();
    }

    Page<Run> list(Actor actor, UUID reconciliationId, Paging paging) {
        reconciliation(actor, reconciliationId);
        authorizer.authorize(actor, Permission.READ_WORK, target(reconciliationId));
        return runs.list(actor, reconciliationId, paging).map(view::full);
    }

    /// Queues a run, in the database transaction of the caller.
    public Run queue(Actor actor, UUID reconciliationId, NewRun wanted) {
        FollowedRun.requireFiles(wanted);
        Reconciliation question = reconciliation(actor, reconciliationId);
        authorizer.authorize(actor, Permission.RUN_RECONCILIATIONS, target(reconciliationId));
        int ruleSet = Objects.requireNonNullElse(wanted.ruleSet(), question.ruleSet());
        RuleSet rules =
                ruleSets.find(actor.workspaceId(), reconciliationId, ruleSet)
                        .map(version -> RuleSets.parse(version.rules()))
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "#/ruleSet", "is not a version of this reconciliation"));
        FollowedRun followed = followed(actor, reconciliationId, wanted);
        RunStore.Queued queued =
                new RunStore.Queued(
                        Ids.next(),
                        reconciliationId,
                        reconciliations.nextRunNumber(actor, reconciliationId),
                        ruleSet,
                        followed.file(Side.LEFT),
                        followed.file(Side.RIGHT),
                        followed.follows());
        requireFile(actor, queued.leftFile(), Side.LEFT, rules);
        requireFile(actor, queued.rightFile(), Side.RIGHT, rules);
        runs.add(actor, queued);
        tell(actor, "run-queued", queued.id(), followed.details(queued.number()));
        RunRow row = get(actor, queued.id());
        followed.requireOnly(chain.findOtherFollower(row));
        news.tell(RunNews.State.of(row));
        AfterCommit.run(news::queued);
        return view.full(row);
    }

    private FollowedRun followed(Actor actor, UUID reconciliationId, NewRun wanted) {
        UUID id = wanted.follows();
        if (id == null) {
            return new FollowedRun(wanted, null);
        }
        RunRow followed =
                runs.find(actor.workspaceId(), id)
                        .filter(run -> run.reconciliationId().equals(reconciliationId))
                        .filter(run -> run.status().equals(RunRow.DONE))
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "#/follows",
                                        "is no run of this reconciliation that is done"));
        return new FollowedRun(wanted, followed)
                .requireNewest(chain.newestNumberOverSameFiles(followed));
    }

    /// Cancels a run, in the database transaction of the caller. From its commit on, the worker
    /// cannot write; it is told to stop so that it does not work in vain.
    Run cancel(Actor actor, UUID runId) {
        RunRow before = getFor(actor, Permission.RUN_RECONCILIATIONS, runId);
        if (!runs.cancel(actor, runId)) {
            throw Problem.of(
                    ProblemKind.RUN_ENDED,
                    "The run is " + get(actor, runId).status() + "; there is nothing to cancel.");
        }
        tell(actor, "run-cancelled", runId, Map.of("number", before.number()));
        RunRow row = get(actor, runId);
        news.tell(RunNews.State.of(row));
        AfterCommit.run(() -> running.cancel(runId));
        return view.full(row);
    }

    /// Rejected lines, the left ones first.
    Page<RejectedRow> rejected(Actor actor, UUID runId, @Nullable Side only, Paging paging) {
        RunRow run = getDone(actor, runId);
        Side from = paging.cursor().map(at -> side(at.part(0))).orElse(Side.LEFT);
        long after = paging.cursor().map(at -> at.number(1)).orElse(0L);
        Found found = new Found(new ArrayList<>(), paging.rows());
        for (Side side : Side.values()) {
            boolean wanted = only == null || only == side;
            if (wanted && side.compareTo(from) >= 0 && !found.isFull()) {
                addRejected(run, side, side == from ? after : 0, found);
            }
        }
        return Page.of(found.lines, paging, line -> Cursor.of(line.side(), line.line()));
    }

    private static Target target(UUID reconciliationId) {
        return new Target("reconciliation", reconciliationId);
    }

    private record Found(List<RejectedRow> lines, int max) {
        boolean isFull() {
            return lines.size() >= max;
        }
    }

    /// Adds rejected lines until there are enough; segments behind those are not read.
    private void addRejected(RunRow run, Side side, long after, Found found) {
        String kind = RunSegment.rejected(side);
        for (RunSegmentStore.Place place : segments.listFrom(run, kind, after + 1)) {
            if (found.isFull()) {
                return;
            }
            byte[] part = segments.get(run, kind, place.position());
            for (RejectedLine line : json.readValue(part, RejectedLine[].class)) {
                if (line.line() > after && !found.isFull()) {
                    found.lines.add(RejectedRow.of(side, line));
                }
            }
        }
    }

    private static Side side(String word) {
        return word.equals(Side.RIGHT.word()) ? Side.RIGHT : Side.LEFT;
    }

    private Reconciliation reconciliation(Actor actor, UUID id) {
        return reconciliations
                .find(actor, id)
                .orElseThrow(() -> Problem.notFound("reconciliation"));
    }

    private void requireFile(Actor actor, UUID file, Side side, RuleSet rules) {
        if (files.find(actor.workspaceId(), file).isEmpty()) {
            throw Problem.invalid("#/" + side.word() + "File", "is not a file of this workspace");
        }
        tables.findProblem(actor.workspaceId(), file, rules.layout(side).choices())
                .ifPresent(held -> {
                    throw HeldFile.problem(held);
                });
    }

    private void tell(Actor actor, String action, UUID runId, Map<String, Object> details) {
        audit.append(actor, new Deed(action, "run", runId.toString(), details));
    }
}
