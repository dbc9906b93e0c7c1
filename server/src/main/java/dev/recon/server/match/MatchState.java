package dev.recon.server.match;

import dev.recon.engine.table.Side;
import dev.recon.server.run.MatchFact;
import java.util.List;
import java.util.Optional;

/// A match as it is now.
///
/// @param pass its pass's name, or `by-hand`
/// @param foundStatus what the run found; empty for a match that people made in this run
/// @param status matched, suggested, or gone
/// @param confidence 1 where people decided and nobody took it back
/// @param left the lines of its left entries
/// @param right the lines of its right entries
/// @param version grows with each decision about it
public record MatchState(
        int number,
        String pass,
        Optional<String> foundStatus,
        String status,
        double confidence,
        List<Integer> left,
        List<Integer> right,
        int version) {
    public static final String BY_HAND = "by-hand";
    public static final String MATCHED = "matched";
    public static final String SUGGESTED = "suggested";
    public static final String GONE = "gone";

    public MatchState {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    static MatchState of(MatchFact fact) {
        return new MatchState(
                fact.number(),
                fact.pass(),
                Optional.of(fact.status()),
                fact.status(),
                fact.confidence(),
                fact.left(),
                fact.right(),
                1);
    }

    /// The same match after one more decision.
    public MatchState next(String newStatus) {
        return new MatchState(
                number, pass, foundStatus, newStatus, confidence, left, right, version + 1);
    }

    /// Is it as the run found it, or again so?
    boolean isAsFound() {
        return foundStatus.filter(status::equals).isPresent();
    }

    /// The same match, as sure as the run found it where no decision about it holds.
    MatchState asSureAs(MatchFact fact) {
        return isAsFound()
                ? new MatchState(
                        number, pass, foundStatus, status, fact.confidence(), left, right, version)
                : this;
    }

    public boolean isGone() {
        return status.equals(GONE);
    }

    public List<Integer> lines(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
