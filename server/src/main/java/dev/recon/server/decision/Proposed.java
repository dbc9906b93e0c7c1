package dev.recon.server.decision;

import dev.recon.server.match.MatchState;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Decision;
import dev.recon.server.run.Numbered;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody would decide, if another person says yes.
///
/// @param match the number and the version of the match that it is about
/// @param undoes the decision that it would take back
record Proposed(
        String kind,
        Optional<Integer> match,
        Optional<Integer> version,
        Optional<UUID> undoes,
        List<Integer> left,
        List<Integer> right,
        @Nullable String text) {
    Proposed {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    static Proposed of(Checked checked) {
        return new Proposed(
                checked.kind(),
                checked.match().map(MatchState::number),
                checked.match().map(MatchState::version),
                Optional.empty(),
                checked.left(),
                checked.right(),
                checked.text());
    }

    static Proposed undo(DecisionStore.Stored decision) {
        return new Proposed(
                Approval.UNDO,
                decision.matchNumber(),
                Optional.empty(),
                Optional.of(decision.id()),
                decision.left(),
                decision.right(),
                null);
    }

    /// The same on other lines.
    Proposed on(List<Integer> lefts, List<Integer> rights) {
        return new Proposed(kind, match, version, undoes, lefts, rights, text);
    }

    /// The same about a match as another run made it.
    Proposed about(int number) {
        return new Proposed(kind, Optional.of(number), Optional.of(1), undoes, left, right, text);
    }

    /// The same about a decision as another run keeps it.
    Proposed undoing(UUID decision, Optional<Integer> number) {
        return new Proposed(kind, number, version, Optional.of(decision), left, right, text);
    }

    /// The decision as its maker wanted it.
    NewDecision toDecision(UUID runId) {
        String matchId = match.map(number -> new Numbered(runId, number).toString()).orElse("");
        int seen = version.orElse(0);
        return switch (kind) {
            case Decision.MATCH_BY_HAND -> new NewDecision.MatchByHand(left, right, text);
            case Decision.UNMATCH -> new NewDecision.Unmatch(matchId, seen, text);
            case Decision.ACCEPT -> new NewDecision.Accept(matchId, seen, text);
            case Decision.REJECT -> new NewDecision.Reject(matchId, seen, text);
            default -> throw new IllegalStateException("no decision: " + kind);
        };
    }
}
