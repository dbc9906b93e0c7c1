package dev.recon.server.access;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Scope;
import dev.recon.server.secret.PasswordRules;
import dev.recon.server.secret.Passwords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the first administrator. Who may is who can read what the server prints: there is no
/// default password, and whoever opens the page first is nobody in particular.
@Service
public record SetupService(
        AccessService access,
        AccountStore accounts,
        MeStore me,
        LinkStore links,
        PasswordRules rules,
        Passwords passwords,
        AuditStore audit,
        SessionService sessions,
        TransactionTemplate transaction) {
    private static final Duration LIFETIME = Duration.ofDays(1);

    /// The first administrator works alone at first, so they are manager, too.
    private static final List<String> ROLES = List.of("admin", "manager");

    /// A new link's path, unless somebody has an account. Earlier links stay good, because another
    /// server may have printed one; whichever is used first ends the others.
    public Optional<String> openLink() {
        if (access.isSetUp()) {
            return Optional.empty();
        }
        return Scope.atDoor(() ->
                transaction.execute(_ -> {
                    String token =
                            links.add(
                                    new LinkStore.New(LinkStore.SETUP, null, null, null, LIFETIME));
                    return Optional.of("/setup#" + token);
                }));
    }

    /// Somebody who wants to be the administrator.
    record Wanted(String token, String name, String email, String password) {}

    SessionService.Given setUp(Wanted wanted, Client client) {
        if (access.isSetUp()) {
            throw Problem.of(ProblemKind.SET_UP_ALREADY, "Sign in, or ask an admin to invite you.");
        }
        rules.require("#/password", wanted.password, List.of(wanted.name, wanted.email));
        Account account =
                Account.of(
                        Account.normal(wanted.email),
                        wanted.name,
                        Optional.of(passwords.hash(wanted.password)));
        transaction.executeWithoutResult(_ -> {
            if (!links.take(LinkStore.SETUP, wanted.token) || !accounts.add(account)) {
                throw Problem.of(
                        ProblemKind.LINK_INVALID,
                        "Take a link that a server printed in the last 24 hours; start it again for"
                                + " another one.");
            }
            links.revokeAll(LinkStore.SETUP, null);
            Person person = me.join(Workspace.FIRST, account, ROLES);
            audit.append(
                    new Actor(Workspace.FIRST, person),
                    new Deed("set-up", "person", person.id().toString(), Map.of("roles", ROLES)));
        });
        return sessions.begin(account, Session.BY_PASSWORD, client);
    }
}
