package dev.recon.server.decision;

import dev.recon.engine.evidence.DecisionItem;
import dev.recon.engine.table.Side;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.breaks.Break;
import dev.recon.server.decision.DecisionStore.Stored;
import dev.recon.server.match.EntryState;
import dev.recon.server.match.EntryState.Place;
import dev.recon.server.match.MatchState;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.Decision;
import dev.recon.server.run.DecisionLog;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunEntries.Picked;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Decides what people want decided. Decisions on one run are made one after the other, under a
/// lock on the run; who comes second sees what the first did.
@Service
record DecisionService(
        DecidableRuns decidable,
        RunStore runs,
        DecisionChecks checks,
        Proposals proposals,
        DecisionStore decisions,
        DecisionLog log,
        Changes.Stores stores,
        AuditStore audit,
        DecisionNews news,
        DecisionMetrics metrics) {
    /// Decides, in the database transaction of the caller; or lets it wait for another person,
    /// where the reconciliation asks for that.
    Answered decide(Actor actor, UUID runId, NewDecision wanted) {
        if (wanted instanceof NewDecision.Comment comment) {
            Numbered about = Numbered.parse("break", comment.breakId());
            RunRow run = decidable.lockToComment(actor, runId, about);
            return new Answered.Done(told(By.self(actor), comment(By.self(actor), run, comment)));
        }
        RunRow run = decidable.lock(actor, Permission.DECIDE_BREAKS, runId);
        Checked checked = checks.check(actor, run, wanted);
        return proposals
                .propose(actor, run, Proposed.of(checked), false)
                .<Answered>map(Answered.Waits::new)
                .orElseGet(() -> new Answered.Done(apply(By.self(actor), run, checked)));
    }

    /// Does what was proposed, now that another person says yes. Who calls holds the lock on the
    /// run; fails where it cannot be done any more.
    Decision approve(By by, RunRow run, Proposed proposed) {
        return apply(by, run, checks.check(by.actor(), run, proposed.toDecision(run.id())));
    }

    private Decision apply(By by, RunRow run, Checked checked) {
        UUID id =
                switch (checked.kind()) {
                    case Decision.MATCH_BY_HAND -> matchByHand(by, run, checked);
                    case Decision.ACCEPT -> accept(by, run, checked);
                    default -> release(by, run, checked);
                };
        return told(by, id);
    }

    private Decision told(By by, UUID id) {
        Decision made = log.find(by.actor(), id).orElseThrow();
        Map<String, Object> details = by.told(details(made));
        audit.append(by.actor(), new Deed(made.kind(), "run", made.runId().toString(), details));
        news.tell(by.actor(), made);
        metrics.made(made.kind());
        return made;
    }

    private UUID matchByHand(By by, RunRow run, Checked checked) {
        Checked.Open open = checked.open().orElseThrow();
        int number = runs.next(run, RunStore.Counter.MATCH);
        MatchState match =
                new MatchState(
                        number,
                        MatchState.BY_HAND,
                        Optional.empty(),
                        MatchState.MATCHED,
                        1,
                        checked.left(),
                        checked.right(),
                        1);
        Stored decision = add(by, run, checked, match);
        Changes changes = new Changes(stores, run, decision.id());
        changes.save(match, null);
        changes.move(open.states(), Place.in(match));
        for (EntryState state : open.states()) {
            changes.resolve(stores.breaks().ofEntry(run, state.side(), state.line()));
        }
        HandMatch.findBreak(open.left(), open.right(), number).ifPresent(changes::add);
        decisions.complete(run, decision.id(), changes.before());
        return decision.id();
    }

    private UUID release(By by, RunRow run, Checked checked) {
        MatchState match = checked.match().orElseThrow();
        Stored decision = add(by, run, checked, match);
        Changes changes = new Changes(stores, run, decision.id());
        changes.release(match);
        decisions.complete(run, decision.id(), changes.before());
        return decision.id();
    }

    private UUID accept(By by, RunRow run, Checked checked) {
        MatchState match = checked.match().orElseThrow();
        MatchState accepted = match.next(MatchState.MATCHED);
        Stored decision = add(by, run, checked, match);
        Changes changes = new Changes(stores, run, decision.id());
        for (Side side : Side.values()) {
            Picked picked = stores.entries().pick(run, side, match.lines(side));
            changes.move(stores.entryStates().states(run, picked), Place.in(accepted));
        }
        changes.save(accepted, match.status());
        decisions.complete(run, decision.id(), changes.before());
        return decision.id();
    }

    private Stored add(By by, RunRow run, Checked checked, MatchState match) {
        Stored decision =
                new Stored(
                        Ids.next(),
                        run.id(),
                        runs.next(run, RunStore.Counter.DECISION),
                        checked.kind(),
                        by.maker(),
                        Rows.now(),
                        Optional.of(match.number()),
                        match.left(),
                        match.right(),
                        List.of(),
                        checked.text(),
                        Optional.empty(),
                        Before.NOTHING,
                        false,
                        by.approved());
        decisions.add(run, decision);
        return decision;
    }

    private UUID comment(By by, RunRow run, NewDecision.Comment wanted) {
        Numbered name = Numbered.parse("break", wanted.breakId());
        Break about =
                Optional.of(name)
                        .filter(one -> one.runId().equals(run.id()))
                        .flatMap(one -> stores.breaks().find(run, one.number()))
                        .orElseThrow(() -> Problem.notFound("break in this run"));
        String text = Objects.requireNonNull(wanted.text());
        Stored decision =
                new Stored(
                        Ids.next(),
                        run.id(),
                        runs.next(run, RunStore.Counter.DECISION),
                        Decision.COMMENT,
                        by.maker(),
                        Rows.now(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        text,
                        Optional.empty(),
                        Before.NOTHING,
                        false,
                        null);
        decisions.add(run, decision);
        decisions.addComment(run, decision, name.number(), text);
        stores.breakChanges().countComment(run, name.number(), 1);
        var commented = List.of(Before.BreakBefore.of(about));
        decisions.complete(run, decision.id(), new Before(List.of(), null, commented));
        return decision.id();
    }

    static Map<String, Object> details(Decision made) {
        return Map.of(
                "decision", made.id().toString(),
                "number", made.number(),
                "left", made.left(),
                "right", made.right(),
                "match", Objects.requireNonNullElse(made.matchId(), ""),
                "breaks", made.breaks(),
                "textSha256", DecisionItem.hash(made.text()));
    }
}
