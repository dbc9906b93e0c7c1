package dev.recon.server.decision;

import dev.recon.engine.table.Side;
import dev.recon.server.match.EntryState;
import dev.recon.server.match.MatchState;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Conflict;
import dev.recon.server.platform.Problem;
import dev.recon.server.run.Decision;
import dev.recon.server.run.DecisionLog;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunEntries.Picked;
import dev.recon.server.run.RunFacts;
import dev.recon.server.run.RunRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks whether a decision can be made as things are now. Who asks holds the lock on the run.
@Component
record DecisionChecks(RunFacts facts, DecisionLog log, Changes.Stores stores) {
    /// The decision with what it is about; fails where somebody was faster.
    Checked check(Actor actor, RunRow run, NewDecision wanted) {
        return switch (wanted) {
            case NewDecision.MatchByHand match -> matchByHand(actor, run, match);
            case NewDecision.Unmatch(String match, int version, var text) ->
                    about(actor, run, new About(match, version, text, Decision.UNMATCH));
            case NewDecision.Reject(String match, int version, var text) ->
                    about(actor, run, new About(match, version, text, Decision.REJECT));
            case NewDecision.Accept(String match, int version, var text) ->
                    about(actor, run, new About(match, version, text, Decision.ACCEPT));
            case NewDecision.Comment _ ->
                    throw new IllegalArgumentException("a comment is about no entries");
        };
    }

    /// What a decision about a match says.
    private record About(String matchId, int version, @Nullable String text, String kind) {
        String expected() {
            return kind.equals(Decision.UNMATCH) ? MatchState.MATCHED : MatchState.SUGGESTED;
        }
    }

    private Checked matchByHand(Actor actor, RunRow run, NewDecision.MatchByHand wanted) {
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
        return new Checked(
                Decision.MATCH_BY_HAND,
                Optional.empty(),
                wanted.left(),
                wanted.right(),
                Optional.of(new Checked.Open(left, right, states)),
                wanted.text());
    }

    private Checked about(Actor actor, RunRow run, About about) {
        return Checked.about(about.kind, require(actor, run, about), about.text);
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
    private MatchState require(Actor actor, RunRow run, About about) {
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
        if (!match.status().equals(about.expected())) {
            throw Problem.invalid(
                    "#/matchId",
                    "is " + match.status() + "; " + about.kind + " needs " + about.expected());
        }
        return match;
    }
}
