package dev.recon.server.delivery;

import dev.recon.server.permission.Authorizer;
import dev.recon.server.permission.Authorizer.Target;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.reconciliation.Reconciliation;
import dev.recon.server.reconciliation.ReconciliationStore;
import dev.recon.server.run.NewRun;
import dev.recon.server.run.Run;
import dev.recon.server.run.RunService;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Runs a reconciliation with all that its sources have delivered.
@Service
record NewestRunService(
        Authorizer authorizer,
        ReconciliationStore reconciliations,
        DeliveryStore deliveries,
        RunService runs) {
    /// Queues a run, in the database transaction of the caller.
    Run run(Actor actor, UUID reconciliationId) {
        Reconciliation question =
                reconciliations
                        .find(actor, reconciliationId)
                        .orElseThrow(() -> Problem.notFound("reconciliation"));
        authorizer.authorize(
                actor,
                Permission.RUN_RECONCILIATIONS,
                new Target("reconciliation", reconciliationId));
        UUID left = newest(actor, "left", question.leftSource());
        UUID right = newest(actor, "right", question.rightSource());
        return runs.queue(actor, reconciliationId, new NewRun(left, right, null, null));
    }

    private UUID newest(Actor actor, String side, @Nullable UUID source) {
        if (source == null) {
            throw Problem.invalid(
                    "#/" + side + "Source",
                    "is not set: say where the " + side + " side comes from");
        }
        return deliveries
                .findMerged(actor, source)
                .orElseThrow(() ->
                        Problem.invalid(
                                "#/" + side + "Source",
                                "has no delivery that was taken yet: deliver a file"));
    }
}
