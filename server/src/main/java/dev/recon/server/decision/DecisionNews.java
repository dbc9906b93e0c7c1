package dev.recon.server.decision;

import dev.recon.server.live.LiveEvents;
import dev.recon.server.platform.Actor;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Decision;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells those who watch what was decided, once it is.
@Component
record DecisionNews(LiveEvents events) {
    /// Belongs to the caller's database transaction: nobody hears of what is rolled back.
    void tell(Actor actor, Decision decision) {
        events.publish(
                actor.workspaceId(),
                "decision-made",
                Map.of(
                        "runId", decision.runId(),
                        "decisionId", decision.id(),
                        "kind", decision.kind(),
                        "status", decision.status(),
                        "breaks", decision.breaks()));
    }

    /// Tells that something waits for another person, or does no more.
    void tell(UUID workspaceId, Approval approval) {
        events.publish(
                workspaceId,
                "approval-changed",
                Map.of(
                        "runId", approval.runId(),
                        "approvalId", approval.id(),
                        "kind", approval.kind(),
                        "status", approval.status(),
                        "breaks", approval.breaks()));
    }
}
