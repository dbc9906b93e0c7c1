package dev.recon.server.people;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// Shows and changes what roles may do.
@Service
record RoleService(Authorizer authorizer, RoleStore store, AuditStore audit) {
    private static final String ADMIN = "admin";

    /// Without these nobody could ever change anything back.
    private static final List<Permission> KEPT_BY_ADMIN =
            List.of(Permission.WRITE_PEOPLE, Permission.WRITE_ROLES);

    Roles list(Actor actor) {
        authorizer.authorize(actor, Permission.READ_PEOPLE);
        return roles(actor);
    }

    /// Changes a role, in the database transaction of the caller, if nobody else changed it since
    /// `version`.
    Roles change(Actor actor, String role, int version, List<String> permissions) {
        authorizer.authorize(actor, Permission.WRITE_ROLES);
        for (String permission : permissions) {
            if (Permission.find(permission).isEmpty()) {
                throw Problem.invalid("#/permissions", "names " + permission + ", which is none");
            }
        }
        boolean keeps =
                KEPT_BY_ADMIN.stream().map(Permission::word).allMatch(permissions::contains);
        if (role.equals(ADMIN) && !keeps) {
            throw Problem.invalid(
                    "#/permissions", "must keep write:people and write:roles for the admin");
        }
        if (!store.edit(actor, role, version)) {
            throw Problem.of(
                    ProblemKind.EDIT_CONFLICT,
                    "It was changed since you read it. Read it again, then change it.");
        }
        List<String> before = store.permissions(actor, role);
        store.replace(actor, role, permissions);
        audit.append(
                actor,
                new Deed(
                        "role-changed",
                        "role",
                        role,
                        Map.of("from", before, "to", store.permissions(actor, role))));
        return roles(actor);
    }

    /// The versions are read first: with what comes in between they are too old, never too new.
    private Roles roles(Actor actor) {
        Map<String, Integer> versions = store.versions(actor);
        return new Roles(
                Roles.NAMES.stream()
                        .map(name ->
                                new Roles.Role(
                                        name,
                                        store.permissions(actor, name),
                                        versions.getOrDefault(name, Roles.FIRST_VERSION)))
                        .toList(),
                store.all());
    }
}
