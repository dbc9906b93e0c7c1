package dev.recon.server.decision;

import dev.recon.engine.Outcome;
import dev.recon.engine.match.Status;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.decision.ApprovalStore.Settling;
import dev.recon.server.decision.ApprovalStore.Waiting;
import dev.recon.server.decision.DecisionStore.Stored;
import dev.recon.server.platform.Actor;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Decision;
import dev.recon.server.run.RunRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets what waits in a run wait in the next one over the same files, or in the one that carries
/// its entries on. What is not there to be decided any more is overtaken.
@Component
record KeptApprovals(ApprovalStore approvals, AuditStore audit) {
    /// What is handed on.
    ///
    /// @param kept the decisions that went along, as they are in the new run
    record From(UUID run, CarriedNumbers numbers, Outcome outcome, List<Stored> kept) {}

    void carry(RunRow run, From from) {
        List<String> moved = new ArrayList<>();
        List<String> overtaken = new ArrayList<>();
        for (Waiting one : approvals.waiting(run.workspaceId(), from.run)) {
            Optional<Proposed> there = there(one.proposed(), from);
            if (there.isPresent()) {
                approvals.move(run, new Waiting(one.id(), there.get()));
                moved.add(one.id().toString());
            } else {
                approvals.settle(
                        run.workspaceId(),
                        one.id(),
                        new Settling(Approval.OVERTAKEN, null, null, null));
                overtaken.add(one.id().toString());
            }
        }
        if (!moved.isEmpty() || !overtaken.isEmpty()) {
            audit.append(
                    new Actor(run.workspaceId(), run.createdBy()),
                    new Deed(
                            "approvals-carried",
                            "run",
                            run.id().toString(),
                            Map.of(
                                    "from", from.run.toString(),
                                    "approvals", moved,
                                    "overtaken", overtaken)));
        }
    }

    /// The same in the new run; empty where there is nothing to decide.
    private static Optional<Proposed> there(Proposed proposed, From from) {
        return from.numbers
                .bind(proposed)
                .flatMap(bound ->
                        switch (bound.kind()) {
                            case Approval.UNDO -> undo(bound, from);
                            case Decision.MATCH_BY_HAND -> byHand(bound, from);
                            default -> aboutMatch(bound, from);
                        });
    }

    private static Optional<Proposed> undo(Proposed bound, From from) {
        return from.kept.stream()
                .filter(decision -> decision.carriedFrom().equals(bound.undoes()))
                .findFirst()
                .map(decision -> bound.undoing(decision.id(), decision.matchNumber()));
    }

    private static Optional<Proposed> byHand(Proposed bound, From from) {
        boolean isOpen =
                rows(from.outcome, Side.LEFT, bound.left()).stream()
                                .allMatch(row -> isOpen(from.outcome, Side.LEFT, row))
                        && rows(from.outcome, Side.RIGHT, bound.right()).stream()
                                .allMatch(row -> isOpen(from.outcome, Side.RIGHT, row));
        return isOpen ? Optional.of(bound) : Optional.empty();
    }

    private static boolean isOpen(Outcome outcome, Side side, int row) {
        return row >= 0 && outcome.matching().matchOf(side, row) == 0;
    }

    /// The match of exactly these entries, if the new run made it and says the same of it.
    private static Optional<Proposed> aboutMatch(Proposed bound, From from) {
        return new MadeMatches(from.outcome)
                .find(bound.left(), bound.right())
                .filter(match -> isMatched(from, match) == bound.kind().equals(Decision.UNMATCH))
                .map(bound::about);
    }

    private static boolean isMatched(From from, int match) {
        return from.outcome.matching().status(match) == Status.MATCHED;
    }

    private static List<Integer> rows(Outcome outcome, Side side, List<Integer> lines) {
        Lines known = outcome.read(side).table().lines();
        return lines.stream().map(known::row).toList();
    }
}
