package dev.recon.server.decision;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.run.Approval;
import dev.recon.server.run.ApprovalLog;
import dev.recon.server.run.Decision;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import dev.recon.server.run.RunStore;
import dev.recon.server.run.WaitingStore;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Says yes or no to what others proposed. Whoever proposed something never approves it, whatever
/// their roles became since and whichever key they send: it is the person that counts.
@Service
record ApprovalService(
        DecidableRuns decidable,
        RunService runs,
        RunStore runStore,
        ApprovalStore approvals,
        ApprovalLog log,
        WaitingStore waiting,
        Proposals proposals,
        DecisionService deciding,
        UndoService undoing,
        DecisionMetrics metrics) {
    Page<Approval> list(Actor actor, ApprovalLog.Queue queue, Paging paging) {
        runs.authorize(actor, Permission.READ_WORK);
        return log.list(actor, queue, paging);
    }

    WaitingStore.Counts count(Actor actor) {
        runs.authorize(actor, Permission.READ_WORK);
        return waiting.count(actor);
    }

    Approval get(Actor actor, UUID id) {
        return getFor(actor, Permission.READ_WORK, id);
    }

    /// Does what was proposed, in the database transaction of the caller. Fails where it cannot be
    /// done any more: it goes on waiting, to be sent back or withdrawn.
    Decision approve(Actor actor, UUID id) {
        Approval seen = getFor(actor, Permission.APPROVE_DECISIONS, id);
        RunRow run = decidable.lock(actor, Permission.APPROVE_DECISIONS, seen.runId());
        Approval approval = requireWaiting(actor, id);
        requireOther(actor, approval);
        Proposed proposed = approvals.find(actor.workspaceId(), id).orElseThrow();
        By by = By.approving(actor, approval);
        Decision decided =
                proposed.undoes().isPresent()
                        ? undoing.approve(by, run, proposed.undoes().get())
                        : deciding.approve(by, run, proposed);
        settle(
                actor,
                approval,
                new ApprovalStore.Settling(
                        Approval.APPROVED, actor.person().id(), null, decided.id()));
        return decided;
    }

    /// Locks the runs of some approvals in one order, so that nobody waits for somebody who waits;
    /// fails for who may approve nothing at all.
    void lockRuns(Actor actor, Iterable<UUID> runIds) {
        runs.authorize(actor, Permission.APPROVE_DECISIONS);
        runIds.forEach(run -> runStore.lock(actor.workspaceId(), run));
    }

    /// Says no; the maker reads why.
    Approval sendBack(Actor actor, UUID id, String text) {
        Approval seen = getFor(actor, Permission.APPROVE_DECISIONS, id);
        runStore.lock(actor.workspaceId(), seen.runId());
        Approval approval = requireWaiting(actor, id);
        requireOther(actor, approval);
        return settle(
                actor,
                approval,
                new ApprovalStore.Settling(Approval.SENT_BACK, actor.person().id(), text, null));
    }

    /// Whoever proposed it takes it back before anybody approved it.
    Approval withdraw(Actor actor, UUID id) {
        Approval seen = getFor(actor, Permission.DECIDE_BREAKS, id);
        runStore.lock(actor.workspaceId(), seen.runId());
        if (!isMaker(actor, seen)) {
            throw Problem.of(
                    ProblemKind.OTHER_PERSON,
                    "Only "
                            + seen.by().name()
                            + " may withdraw it, who proposed it. Whoever may"
                            + " approve it can send it back.");
        }
        Approval approval = requireWaiting(actor, id);
        return settle(
                actor,
                approval,
                new ApprovalStore.Settling(Approval.WITHDRAWN, actor.person().id(), null, null));
    }

    private Approval settle(Actor actor, Approval approval, ApprovalStore.Settling settling) {
        if (!approvals.settle(actor.workspaceId(), approval.id(), settling)) {
            throw new IllegalStateException("it was settled under the lock of its run");
        }
        Approval settled = log.find(actor, approval.id()).orElseThrow();
        proposals.tell(actor, action(settled), settled, Map.of());
        if (!isMaker(actor, settled)) {
            metrics.settled(settled.at());
        }
        return settled;
    }

    private static String action(Approval settled) {
        return "approval-" + settled.status();
    }

    private Approval getFor(Actor actor, Permission permission, UUID id) {
        Approval found = log.find(actor, id).orElseThrow(() -> Problem.notFound("approval"));
        try {
            runs.getFor(actor, permission, found.runId());
        } catch (Problem problem) {
            throw problem.kind() == ProblemKind.NOT_FOUND ? Problem.notFound("approval") : problem;
        }
        return found;
    }

    private Approval requireWaiting(Actor actor, UUID id) {
        Approval approval = log.find(actor, id).orElseThrow();
        if (!approval.waits()) {
            throw Problem.conflict(ApprovalLog.conflict(approval));
        }
        return approval;
    }

    private static void requireOther(Actor actor, Approval approval) {
        if (isMaker(actor, approval)) {
            throw Problem.of(
                    ProblemKind.OTHER_PERSON,
                    "You proposed it yourself, so somebody else must approve it or send it back."
                            + " You may withdraw it.");
        }
    }

    private static boolean isMaker(Actor actor, Approval approval) {
        return approval.by().id().equals(actor.person().id());
    }
}
