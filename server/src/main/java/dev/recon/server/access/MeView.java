package dev.recon.server.access;

import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts together who somebody is.
@Component
record MeView(MeStore me, AccountStore accounts, RecoveryCodes codes) {
    Me of(Caller caller) {
        Workspace workspace = me.workspace(caller.actor().workspaceId());
        Person person = caller.actor().person();
        List<String> permissions =
                caller.actor().permissions().stream().map(Permission::word).sorted().toList();
        List<String> roles = me.roles(workspace.id(), person.id());
        UUID id = caller.accountId();
        Account account = accounts.get(id);
        return new Me(
                person,
                account.email(),
                workspace,
                me.workspaces(caller),
                roles,
                permissions,
                me.profile(id),
                secondFactor(account, caller),
                codes.count(id),
                account.passwordHash().isPresent());
    }

    private static String secondFactor(Account account, Caller caller) {
        if (account.hasSecondFactor()) {
            return account.totpConfirmed() ? Session.BY_TOTP : Session.BY_PASSKEY;
        }
        return caller.secondFactorDue() ? "due" : "none";
    }
}
