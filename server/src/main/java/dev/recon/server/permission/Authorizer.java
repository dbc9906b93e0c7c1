package dev.recon.server.permission;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The one place that says whether somebody may do something. What is not allowed is refused.
@Component
public record Authorizer(MemberStore members) {
    /// Fails when the actor may not do this in the workspace.
    public void authorize(Actor actor, Permission permission) {
        if (!actor.permissions().contains(permission)) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN,
                    "You may not "
                            + permission.about()
                            + " ("
                            + permission.word()
                            + "). Ask an admin of the workspace for a role that may.");
        }
    }

    /// What something is done to: a reconciliation, or what belongs to one.
    ///
    /// @param word what it is called, such as `run`
    public record Target(String word, UUID reconciliationId) {}

    /// Fails when the actor may not do this to a reconciliation and what belongs to it. For who is
    /// no member of it, it is not there.
    public void authorize(Actor actor, Permission permission, Target target) {
        if (!members.sees(actor, target.reconciliationId)) {
            throw Problem.notFound(target.word);
        }
        authorize(actor, permission);
    }
}
