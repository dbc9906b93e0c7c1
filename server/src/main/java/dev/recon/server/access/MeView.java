package dev.recon.server.access;

import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/// Puts together who somebody is.
@Component
record MeView(MeStore me) {
    Me of(Caller caller) {
        Person person = caller.actor().person();
        MeStore.Known known = me.know(caller);
        List<String> permissions =
                caller.actor().permissions().stream().map(Permission::word).sorted().toList();
        return new Me(
                person,
                known.email(),
                known.workspace(),
                caller.sessionId().isPresent() ? me.workspaces(caller) : List.of(known.workspace()),
                known.roles(),
                permissions,
                known.profile(),
                secondFactor(known, caller),
                known.recoveryCodes(),
                known.hasPassword());
    }

    private static String secondFactor(MeStore.Known known, Caller caller) {
        if (known.hasTotp()) {
            return Session.BY_TOTP;
        }
        if (known.hasPasskey()) {
            return Session.BY_PASSKEY;
        }
        return caller.secondFactorDue() ? "due" : "none";
    }
}
