package dev.recon.server.people;

import dev.recon.server.access.AccountStore;
import dev.recon.server.access.Caller;
import dev.recon.server.access.MeStore;
import dev.recon.server.access.Workspace;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// Adds workspaces.
@Service
record WorkspaceService(
        Authorizer authorizer,
        WorkspaceStore workspaces,
        AccountStore accounts,
        MeStore me,
        AuditStore audit) {
    private static final List<String> ROLES = List.of("admin", "manager");

    /// Adds a workspace in the database transaction of the caller, who becomes its admin.
    Workspace add(Caller caller, String name) {
        authorizer.authorize(caller.actor(), Permission.WRITE_WORKSPACES);
        Workspace added = new Workspace(Ids.next(), name);
        if (!workspaces.add(added)) {
            throw Problem.of(ProblemKind.TAKEN, "There is a workspace of this name.");
        }
        Person person = me.join(added.id(), accounts.get(caller.account()), ROLES);
        audit.append(
                new Actor(added.id(), person),
                new Deed(
                        "workspace-added",
                        "workspace",
                        added.id().toString(),
                        Map.of("name", name)));
        return added;
    }
}
