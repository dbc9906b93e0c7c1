package dev.recon.server.decision;

import dev.recon.engine.table.Side;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.breaks.Break;
import dev.recon.server.decision.Before.BreakBefore;
import dev.recon.server.decision.Before.EntryBefore;
import dev.recon.server.decision.Before.MatchBefore;
import dev.recon.server.decision.DecisionStore.Stored;
import dev.recon.server.match.EntryState.Place;
import dev.recon.server.match.EntryStore.Moved;
import dev.recon.server.match.MatchState;
import dev.recon.server.match.MatchStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Decision;
import dev.recon.server.run.DecisionLog;
import dev.recon.server.run.RunRow;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Takes decisions back.
@Service
record UndoService(
        DecidableRuns decidable,
        DecisionStore decisions,
        DecisionLog log,
        Changes.Stores stores,
        Proposals proposals,
        AuditStore audit,
        DecisionNews news,
        DecisionMetrics metrics) {
    /// Restores what the decision found, in the database transaction of the caller, unless a later
    /// decision stands on what it made; or lets that wait for another person. What was approved is
    /// taken back by two people only.
    Answered undo(Actor actor, UUID decisionId) {
        Stored wanted = get(actor, decisionId);
        RunRow run = decidable.lock(actor, needed(wanted), wanted.runId());
        Stored decision = check(actor, run, decisionId);
        if (decision.kind().equals(Decision.COMMENT)) {
            return new Answered.Done(apply(By.self(actor), run, decision));
        }
        return proposals
                .propose(actor, run, Proposed.undo(decision), decision.approved() != null)
                .<Answered>map(Answered.Waits::new)
                .orElseGet(() -> new Answered.Done(apply(By.self(actor), run, decision)));
    }

    /// Takes back what somebody proposed to take back. Who calls holds the lock on the run.
    Decision approve(By by, RunRow run, UUID decisionId) {
        return apply(by, run, check(by.actor(), run, decisionId));
    }

    private Stored check(Actor actor, RunRow run, UUID decisionId) {
        Stored decision = get(actor, decisionId);
        if (decision.isUndone()) {
            throw Problem.conflict(log.conflict(actor, decisionId));
        }
        if (decision.isCarried() && !decision.kind().equals(Decision.COMMENT)) {
            findCarried(actor, run, decision);
        } else {
            requireLast(actor, run, decision);
        }
        return decision;
    }

    private Decision apply(By by, RunRow run, Stored decision) {
        if (decision.isCarried() && !decision.kind().equals(Decision.COMMENT)) {
            findCarried(by.actor(), run, decision)
                    .ifPresent(match -> undoCarried(run, decision, match));
        } else {
            restore(run, decision);
        }
        decisions.undo(by, decision.id());
        Decision undone = log.find(by.actor(), decision.id()).orElseThrow();
        Map<String, Object> details = by.told(DecisionService.details(undone));
        audit.append(by.actor(), new Deed("undo", "run", run.id().toString(), details));
        news.tell(by.actor(), undone);
        metrics.made(Approval.UNDO);
        return undone;
    }

    private static Permission needed(Stored decision) {
        return decision.kind().equals(Decision.COMMENT)
                ? Permission.COMMENT_BREAKS
                : Permission.DECIDE_BREAKS;
    }

    private Stored get(Actor actor, UUID decisionId) {
        return decisions.find(actor, decisionId).orElseThrow(() -> Problem.notFound("decision"));
    }

    /// Everything that the decision changed must still be as it left it.
    private void requireLast(Actor actor, RunRow run, Stored decision) {
        Before before = decision.before();
        if (decision.kind().equals(Decision.COMMENT)) {
            return;
        }
        for (EntryBefore entry : before.entries()) {
            stores.entryStates()
                    .findMoved(run, side(entry), entry.line())
                    .map(Moved::decisionId)
                    .ifPresent(last -> requireSame(actor, decision, last));
        }
        Optional.ofNullable(before.match())
                .flatMap(match -> stores.matches().findChangedBy(run, match.number()))
                .ifPresent(last -> requireSame(actor, decision, last));
        for (BreakBefore one : before.breaks()) {
            stores.breaks()
                    .find(run, one.number())
                    .flatMap(Break::changedBy)
                    .ifPresent(last -> requireSame(actor, decision, last));
        }
    }

    private void requireSame(Actor actor, Stored decision, UUID last) {
        if (!last.equals(decision.id())) {
            throw Problem.conflict(log.conflict(actor, last));
        }
    }

    /// Each thing is as it was, and so is who changed it last: what stands in the way of undoing an
    /// earlier decision are decisions that still stand.
    private void restore(RunRow run, Stored decision) {
        Before before = decision.before();
        if (decision.kind().equals(Decision.COMMENT)) {
            decisions.removeComment(run, decision.id());
            before.breaks()
                    .forEach(one -> stores.breakChanges().countComment(run, one.number(), -1));
            return;
        }
        before.entries().forEach(entry -> restore(run, decision, entry));
        before.breaks().forEach(one -> restore(run, decision, one));
        MatchBefore match = before.match();
        if (match != null) {
            MatchState now =
                    stores.matches()
                            .findChanged(run, match.number())
                            .map(MatchStore.Changed::state)
                            .orElseThrow();
            String status = Objects.requireNonNullElse(match.status(), MatchState.GONE);
            UUID last = Objects.requireNonNullElse(match.changedBy(), decision.id());
            stores.matches().save(run, now.next(status), last);
        }
    }

    private void restore(RunRow run, Stored decision, EntryBefore before) {
        Moved now = stores.entryStates().findMoved(run, side(before), before.line()).orElseThrow();
        Place place =
                new Place(
                        Optional.ofNullable(before.matchNumber()),
                        Optional.ofNullable(before.pass()),
                        before.status());
        UUID last = Objects.requireNonNullElse(before.changedBy(), decision.id());
        stores.entryStates().save(run, now.state().at(place), last);
    }

    private void restore(RunRow run, Stored decision, BreakBefore before) {
        boolean removed = before.made() && stores.breakChanges().remove(run, before.number());
        if (!removed) {
            Optional<UUID> resolvedBy =
                    before.made()
                            ? Optional.of(decision.id())
                            : Optional.ofNullable(before.resolvedBy());
            UUID last = Objects.requireNonNullElse(before.changedBy(), decision.id());
            stores.breakChanges().set(run, before.number(), resolvedBy, Optional.of(last));
        }
    }

    /// A carried decision made its match by way of the engine: taking it back takes the match
    /// apart. A carried veto made nothing here; without it, the next run may match again.
    private Optional<MatchState> findCarried(Actor actor, RunRow run, Stored decision) {
        if (decision.matchNumber().isEmpty()) {
            return Optional.empty();
        }
        MatchState match = stores.matches().find(run, decision.matchNumber().get()).orElseThrow();
        if (match.isGone()) {
            UUID last = stores.matches().findChangedBy(run, match.number()).orElseThrow();
            throw Problem.conflict(log.conflict(actor, last));
        }
        return Optional.of(match);
    }

    private void undoCarried(RunRow run, Stored decision, MatchState match) {
        Changes changes = new Changes(stores, run, decision.id());
        changes.release(match);
        decisions.complete(run, decision.id(), changes.before());
    }

    private static Side side(EntryBefore entry) {
        return entry.side().equals("left") ? Side.LEFT : Side.RIGHT;
    }
}
