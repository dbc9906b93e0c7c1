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
import dev.recon.server.platform.Conflict;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.Decision;
import dev.recon.server.run.DecisionLog;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunEntries.Picked;
import dev.recon.server.run.RunFacts;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Decides what people want decided. Decisions on one run are made one after the other, under a
/// lock on the run; who comes second sees what the first did.
@Service
record DecisionService(
        DecidableRuns decidable,
        RunStore runs,
        RunFacts facts,
        DecisionStore decisions,
        DecisionLog log,
        Changes.Stores stores,
        AuditStore audit,
        DecisionNews news) {
    /// Decides, in the database transaction of the caller.
    Decision decide(Actor actor, UUID runId, NewDecision wanted) {
        RunRow run =
                wanted instanceof NewDecision.Comment comment
                        ? decidable.lockToComment(
                                actor, runId, Numbered.parse("break", comment.breakId()))
                        : decidable.lock(actor, Permission.DECIDE_BREAKS, runId);
        UUID id =
                switch (wanted) {
                    case NewDecision.MatchByHand match -> matchByHand(actor, run, match);
                    case NewDecision.Unmatch(String match, int version, var text) ->
                            release(actor, run, new About(match, version, text, "unmatch"));
                    case NewDecision.Reject(String match, int version, var text) ->
                            release(actor, run, new About(match, version, text, "reject"));
                    case NewDecision.Accept(String match, int version, var text) ->
                            accept(actor, run, new About(match, version, text, "accept"));
                    case NewDecision.Comment comment -> comment(actor, run, comment);
                };
        Decision made = log.find(actor, id).orElseThrow();
        audit.append(actor, new Deed(made.kind(), "run", runId.toString(), details(made)));
        news.tell(actor, made);
        return made;
    }

    /// What a decision about a match says.
    private record About(String matchId, int version, @Nullable String text, String kind) {}

    private UUID matchByHand(Actor actor, RunRow run, NewDecision.MatchByHand wanted) {
        Picked left = pick(run, Side.LEFT, wanted.left());
        Picked right = pick(run, Side.RIGHT, wanted.right());
        List<EntryState> states = new ArrayList<>(stores.entryStates().states(run, left));
        states.addAll(stores.entryStates().states(run, right));
        states.forEach(state -> requireOpen(actor, run, state));
        if (!HandMatch.isCountable(left, right)) {
            throw Problem.invalid(
                    "#/right",
                    "must be in the currency of the left entries, or have a rate into it");
        }
        int number = runs.next(run, RunStore.Counter.MATCH);
        MatchState match =
                new MatchState(
                        number,
                        MatchState.BY_HAND,
                        Optional.empty(),
                        MatchState.MATCHED,
                        1,
                        wanted.left(),
                        wanted.right(),
                        1);
        Stored decision = stored(actor, run, Decision.MATCH_BY_HAND, Optional.of(match));
        decisions.add(run, noted(decision, wanted.text()));
        Changes changes = new Changes(stores, run, decision.id());
        changes.save(match, null);
        changes.move(states, Place.in(match));
        for (EntryState state : states) {
            changes.resolve(stores.breaks().ofEntry(run, state.side(), state.line()));
        }
        HandMatch.findBreak(left, right, number).ifPresent(changes::add);
        decisions.complete(run, decision.id(), changes.before());
        return decision.id();
    }

    private UUID release(Actor actor, RunRow run, About about) {
        String expected = about.kind.equals("reject") ? MatchState.SUGGESTED : MatchState.MATCHED;
        MatchState match = require(actor, run, about, expected);
        Stored decision = stored(actor, run, about.kind, Optional.of(match));
        decisions.add(run, noted(decision, about.text));
        Changes changes = new Changes(stores, run, decision.id());
        changes.release(match);
        decisions.complete(run, decision.id(), changes.before());
        return decision.id();
    }

    private UUID accept(Actor actor, RunRow run, About about) {
        MatchState match = require(actor, run, about, MatchState.SUGGESTED);
        MatchState accepted = match.next(MatchState.MATCHED);
        Stored decision = stored(actor, run, about.kind, Optional.of(match));
        decisions.add(run, noted(decision, about.text));
        Changes changes = new Changes(stores, run, decision.id());
        for (Side side : Side.values()) {
            Picked picked = pick(run, side, match.lines(side));
            changes.move(stores.entryStates().states(run, picked), Place.in(accepted));
        }
        changes.save(accepted, match.status());
        decisions.complete(run, decision.id(), changes.before());
        return decision.id();
    }

    private UUID comment(Actor actor, RunRow run, NewDecision.Comment wanted) {
        Numbered name = Numbered.parse("break", wanted.breakId());
        Break about =
                Optional.of(name)
                        .filter(one -> one.runId().equals(run.id()))
                        .flatMap(one -> stores.breaks().find(run, one.number()))
                        .orElseThrow(() -> Problem.notFound("break in this run"));
        String text = Objects.requireNonNull(wanted.text());
        Stored decision = stored(actor, run, Decision.COMMENT, Optional.empty());
        decisions.add(run, noted(decision, text));
        decisions.addComment(run, decision, name.number(), text);
        stores.breakChanges().countComment(run, name.number(), 1);
        var commented =
                new Before.BreakBefore(name.number(), false, about.resolvedBy().orElse(null));
        decisions.complete(run, decision.id(), new Before(List.of(), null, List.of(commented)));
        return decision.id();
    }

    private Picked pick(RunRow run, Side side, List<Integer> lines) {
        for (int line : lines) {
            if (facts.findEntry(run, side, line).isEmpty()) {
                throw Problem.invalid(
                        "#/" + side.word(),
                        "names line " + line + ", which is no entry of this run");
            }
        }
        return stores.entries().pick(run, side, lines);
    }

    private void requireOpen(Actor actor, RunRow run, EntryState state) {
        if (state.now().isOpen()) {
            return;
        }
        throw Problem.conflict(
                stores.entryStates()
                        .findMoved(run, state.side(), state.line())
                        .map(moved -> log.conflict(actor, moved.decisionId()))
                        .orElseGet(() ->
                                Conflict.of(
                                        "Line "
                                                + state.line()
                                                + " of the "
                                                + state.side().word()
                                                + " is in match M-"
                                                + state.now().match().orElseThrow())));
    }

    /// The match, if it is as the person saw it.
    private MatchState require(Actor actor, RunRow run, About about, String status) {
        Numbered name = Numbered.parse("match", about.matchId);
        MatchState match =
                Optional.of(name)
                        .filter(one -> one.runId().equals(run.id()))
                        .flatMap(one -> stores.matches().find(run, one.number()))
                        .orElseThrow(() -> Problem.notFound("match in this run"));
        if (match.version() != about.version || match.isGone()) {
            throw Problem.conflict(
                    stores.matches()
                            .findChangedBy(run, match.number())
                            .map(decision -> log.conflict(actor, decision))
                            .orElseGet(() ->
                                    Conflict.of("The match is at version " + match.version())));
        }
        if (!match.status().equals(status)) {
            throw Problem.invalid(
                    "#/matchId", "is " + match.status() + "; " + about.kind + " needs " + status);
        }
        return match;
    }

    private Stored stored(Actor actor, RunRow run, String kind, Optional<MatchState> match) {
        return new Stored(
                Ids.next(),
                run.id(),
                runs.next(run, RunStore.Counter.DECISION),
                kind,
                actor.person().id(),
                Rows.now(),
                match.map(MatchState::number),
                match.map(MatchState::left).orElse(List.of()),
                match.map(MatchState::right).orElse(List.of()),
                List.of(),
                null,
                Optional.empty(),
                Before.NOTHING,
                false);
    }

    private static Stored noted(Stored decision, @Nullable String text) {
        return new Stored(
                decision.id(),
                decision.runId(),
                decision.number(),
                decision.kind(),
                decision.personId(),
                decision.at(),
                decision.matchNumber(),
                decision.left(),
                decision.right(),
                decision.breaks(),
                text,
                decision.carriedFrom(),
                decision.before(),
                decision.isUndone());
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
