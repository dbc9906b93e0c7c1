package dev.recon.server.reconciliation;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.permission.Authorizer.Target;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Money;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Says which decisions of a reconciliation another person approves.
@Service
record FourEyesService(
        Authorizer authorizer,
        ReconciliationStore reconciliations,
        FourEyesStore fourEyes,
        AuditStore audit) {
    FourEyes get(Actor actor, UUID id) {
        require(actor, Permission.READ_WORK, id);
        return fourEyes.find(actor.workspaceId(), id);
    }

    /// Sets it, in the database transaction of the caller, if nobody else changed the
    /// reconciliation since `version`. What waits already goes on waiting.
    FourEyes set(Actor actor, UUID id, int version, FourEyes wanted) {
        require(actor, Permission.REQUIRE_APPROVALS, id);
        if (!reconciliations.edit(actor, id, version)) {
            throw Problem.of(
                    ProblemKind.EDIT_CONFLICT,
                    "It was changed since you read it. Read it again, then change it.");
        }
        FourEyes before = fourEyes.find(actor.workspaceId(), id);
        fourEyes.set(actor.workspaceId(), id, wanted);
        audit.append(
                actor,
                new Deed(
                        "four-eyes-set",
                        "reconciliation",
                        id.toString(),
                        Map.of("from", said(before), "to", said(wanted))));
        return fourEyes.find(actor.workspaceId(), id);
    }

    private static Map<String, Object> said(FourEyes one) {
        return Map.of(
                "askedFor",
                one.askedFor(),
                "limits",
                one.limits().stream().map(FourEyesService::text).toList(),
                "dailyLimits",
                one.dailyLimits().stream().map(FourEyesService::text).toList());
    }

    private static String text(Money limit) {
        return limit.currency() + " " + limit.value();
    }

    private void require(Actor actor, Permission permission, UUID id) {
        if (reconciliations.find(actor, id).isEmpty()) {
            throw Problem.notFound("reconciliation");
        }
        authorizer.authorize(actor, permission, new Target("reconciliation", id));
    }
}
