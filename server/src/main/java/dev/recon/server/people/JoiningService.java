package dev.recon.server.people;

import dev.recon.server.access.Account;
import dev.recon.server.access.AccountStore;
import dev.recon.server.access.Client;
import dev.recon.server.access.LinkStore;
import dev.recon.server.access.MeStore;
import dev.recon.server.access.SessionService;
import dev.recon.server.access.SignInService;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.PasswordRules;
import dev.recon.server.secret.Passwords;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets those in who hold an invitation. Whose address has an account proves that it is theirs; a
/// link alone never opens an account that exists.
@Service
record JoiningService(
        LinkStore links,
        AccountStore accounts,
        MeStore me,
        SignInService signIn,
        SessionService sessions,
        PasswordRules rules,
        Passwords passwords,
        AuditStore audit,
        TransactionTemplate transaction) {
    /// An invitation as its holder sees it.
    record Seen(LinkStore.Led led, boolean accountExists) {}

    /// What somebody says who accepts.
    record Accepted(String token, @Nullable String name, String password, @Nullable String code) {}

    Seen look(String token) {
        LinkStore.Led led = find(token);
        return new Seen(led, accounts.findByEmail(led.invitation().email()).isPresent());
    }

    SessionService.Given accept(Accepted accepted, Client client) {
        LinkStore.Led led = find(accepted.token);
        String email = led.invitation().email();
        Optional<Account> known = accounts.findByEmail(email);
        Account account =
                known.isPresent() ? proved(email, accepted, client) : made(email, accepted);
        transaction.executeWithoutResult(_ -> {
            if (!links.takeInvitation(accepted.token)) {
                throw invalid();
            }
            if (known.isEmpty() && !accounts.add(account)) {
                throw Problem.of(ProblemKind.CONFLICT, "The account was made just now. Try again.");
            }
            join(led, account);
        });
        String method = known.isEmpty() ? "password" : method(account);
        return sessions.begin(
                account, Optional.of(led.workspace().id()), new SessionService.How(method, client));
    }

    private void join(LinkStore.Led led, Account account) {
        List<String> roles = led.invitation().roles();
        Person person = me.join(led.workspace().id(), account, roles);
        audit.append(
                new Actor(led.workspace().id(), person),
                new Deed(
                        "invitation-accepted",
                        "person",
                        person.id().toString(),
                        Map.of(
                                "invitation", led.invitation().id().toString(),
                                "invitedBy", led.invitation().by().id().toString(),
                                "roles", roles)));
    }

    private Account proved(String email, Accepted accepted, Client client) {
        Account account = signIn.requirePassword(email, accepted.password, client);
        signIn.requireSecondFactor(account, Objects.requireNonNullElse(accepted.code, ""), client);
        return account;
    }

    private Account made(String email, Accepted accepted) {
        String name = Checks.text("#/name", accepted.name, 100);
        rules.require("#/password", accepted.password, List.of(name, email));
        return Account.of(email, name, Optional.of(passwords.hash(accepted.password)));
    }

    private static String method(Account account) {
        return account.hasSecondFactor() ? "totp" : "password";
    }

    private LinkStore.Led find(String token) {
        return links.findInvitation(token).orElseThrow(JoiningService::invalid);
    }

    private static Problem invalid() {
        return Problem.of(
                ProblemKind.LINK_INVALID,
                "The invitation is too old, was used or taken back. Ask for another one.");
    }
}
