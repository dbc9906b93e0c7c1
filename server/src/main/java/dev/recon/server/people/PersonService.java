package dev.recon.server.people;

import dev.recon.server.access.AccountStore;
import dev.recon.server.access.MeStore;
import dev.recon.server.access.PasswordResetService;
import dev.recon.server.access.SecondFactorRemoval;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Shows and changes the people of a workspace. Whoever is disabled, or has other roles, is so with
/// the next request.
@Service
record PersonService(
        Authorizer authorizer,
        PersonStore people,
        MeStore roles,
        AccountStore accounts,
        PasswordResetService resets,
        SecondFactorRemoval removal,
        AuditStore audit) {
    Page<PersonDetail> list(Actor actor, Paging paging) {
        authorizer.authorize(actor, Permission.READ_PEOPLE);
        return people.list(actor, paging);
    }

    PersonDetail get(Actor actor, UUID id) {
        authorizer.authorize(actor, Permission.READ_PEOPLE);
        return people.find(actor, id).orElseThrow(() -> Problem.notFound("person"));
    }

    /// What is to be changed of a person; null leaves it as it is.
    record Change(@Nullable String status, @Nullable List<String> roles) {}

    /// Changes a person in the database transaction of the caller, if nobody else changed them
    /// since `version`.
    PersonDetail change(Actor actor, UUID id, int version, Change change) {
        authorizer.authorize(actor, Permission.WRITE_PEOPLE);
        people.lock(actor);
        PersonDetail before = find(actor, id);
        String status = Objects.requireNonNullElse(change.status, before.status());
        List<String> wanted = Objects.requireNonNullElse(change.roles, before.roles());
        if (!people.change(actor, id, version, status)) {
            throw Problem.of(
                    ProblemKind.EDIT_CONFLICT,
                    "They were changed since you read it. Read it again, then change it.");
        }
        roles.setRoles(actor.workspaceId(), id, wanted);
        if (people.countAdmins(actor) == 0) {
            throw Problem.of(
                    ProblemKind.LAST_ADMIN,
                    "Nobody could let others in any more. Make somebody else admin first.");
        }
        tell(actor, "person-changed", id, Map.of("status", status, "roles", wanted));
        return find(actor, id);
    }

    PasswordResetService.Made resetPassword(Actor actor, UUID id) {
        authorizer.authorize(actor, Permission.WRITE_PEOPLE);
        UUID account = account(actor, id);
        var made = resets.make(actor, account, accounts.countWorkspaces(account) == 1);
        tell(actor, "password-reset-sent", id, Map.of("mailed", made.mailed()));
        return made;
    }

    void removeSecondFactor(Actor actor, UUID id) {
        authorizer.authorize(actor, Permission.WRITE_PEOPLE);
        UUID account = account(actor, id);
        if (accounts.countWorkspaces(account) > 1) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN,
                    "This account is in other workspaces, too; only a recovery code helps.");
        }
        removal.remove(account);
        tell(actor, "second-factor-removed", id, Map.of("kind", "all"));
    }

    private PersonDetail find(Actor actor, UUID id) {
        return people.find(actor, id).orElseThrow(() -> Problem.notFound("person"));
    }

    private UUID account(Actor actor, UUID id) {
        return people.findAccount(actor, id)
                .orElseThrow(() -> Problem.notFound("person with an account"));
    }

    private void tell(Actor actor, String action, UUID id, Map<String, Object> details) {
        audit.append(actor, new Deed(action, "person", id.toString(), details));
    }
}
