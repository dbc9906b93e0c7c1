package dev.recon.server.decision;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.LiveEvents;
import dev.recon.server.run.Decision;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells those who watch what was decided, once it is.
@Component
record DecisionNews(LiveEvents events) {
    void afterCommit(Actor actor, Decision decision) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        tell(actor, decision);
                    }
                });
    }

    private void tell(Actor actor, Decision decision) {
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
}
