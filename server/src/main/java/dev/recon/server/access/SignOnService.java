package dev.recon.server.access;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets people in whom the provider of single sign-on knows.
///
/// An identity is the issuer and its word for a person, never an address: addresses change hands.
/// Where a verified address has an account, its password (and second factor) makes the identity its
/// own, once. Who is in a group that the settings name comes in with the role of that group.
@Service
record SignOnService(
        SignOnProvider provider,
        SignOnStore store,
        Parts parts,
        AccessService access,
        AccountStore accounts,
        AuditStore audit,
        Settings settings,
        TransactionTemplate transaction) {
    /// What signs people in otherwise.
    @Component
    record Parts(SignInService signIn, SessionService sessions, MeStore me) {}

    /// What a sign-on came to.
    sealed interface Outcome {
        record In(SessionService.Given given) implements Outcome {}

        record LinkDue(String link, String email, boolean secondFactor, Instant endsAt)
                implements Outcome {}
    }

    boolean isOffered() {
        return provider.isThere();
    }

    /// Where the browser goes, and the state that it has to bring back.
    SignOnProvider.Sending send() {
        requireProvider();
        SignOnProvider.Sending sending = provider.send();
        store.send(sending.state(), sending.sent());
        return sending;
    }

    /// What came back.
    ///
    /// @param state as the address has it
    /// @param own as the cookie of the same browser has it
    record Back(String state, String own, SignOnProvider.Returned returned) {}

    Outcome receive(Back back, Client client) {
        requireProvider();
        boolean same = isSame(back.state, back.own);
        SignOnStore.Sent sent =
                Optional.of(back.state)
                        .filter(_ -> same)
                        .flatMap(store::take)
                        .orElseThrow(() ->
                                Problem.of(
                                        ProblemKind.SIGN_IN_REFUSED,
                                        "This browser did not ask, or it took too long. Begin"
                                                + " again."));
        SignOnProvider.Claimed claimed = provider.receive(back.returned, sent);
        Optional<Account> known = store.findAccount(claimed.identity()).map(accounts::get);
        if (known.isPresent()) {
            return in(known.get(), client);
        }
        String email =
                claimed.email()
                        .orElseThrow(() ->
                                stranger("The provider has not verified your e-mail address."));
        Optional<Account> owner = accounts.findByEmail(email);
        return owner.isPresent() ? ask(claimed, owner.get()) : in(join(claimed, email), client);
    }

    /// The password of the account makes the identity the account's.
    SessionService.Given link(String token, String password, @Nullable String code, Client client) {
        SignOnStore.Link link = store.findAsked(token).orElseThrow(SignOnService::late);
        Account account = accounts.get(link.accountId());
        parts.signIn.requirePassword(account.email(), password, client);
        parts.signIn.requireSecondFactor(account, Objects.requireNonNullElse(code, ""), client);
        transaction.executeWithoutResult(_ -> {
            if (!store.answered(token) || !store.add(link.identity(), account.id())) {
                throw late();
            }
            for (MeStore.Place place : parts.me.places(account.id())) {
                tell(
                        new Actor(place.workspace().id(), place.person()),
                        "identity-linked",
                        Map.of("issuer", link.identity().issuer()));
            }
        });
        return parts.sessions.begin(account, Session.BY_PROVIDER, client);
    }

    private Outcome ask(SignOnProvider.Claimed claimed, Account account) {
        String link = store.ask(new SignOnStore.Link(claimed.identity(), account.id()));
        return new Outcome.LinkDue(
                link,
                account.email(),
                account.hasSecondFactor(),
                Instant.now().plus(SignOnStore.LIFETIME));
    }

    private Outcome in(Account account, Client client) {
        if (parts.me.places(account.id()).isEmpty()) {
            throw stranger("You are in no workspace any more.");
        }
        return new Outcome.In(parts.sessions.begin(account, Session.BY_PROVIDER, client));
    }

    /// Makes an account of somebody whose groups have roles here.
    private Account join(SignOnProvider.Claimed claimed, String email) {
        List<String> roles =
                claimed.groups().stream()
                        .flatMap(group ->
                                Optional.ofNullable(settings.signOn().roles().get(group)).stream())
                        .distinct()
                        .sorted()
                        .toList();
        if (roles.isEmpty() || !access.isSetUp()) {
            throw stranger("None of your groups has a role here.");
        }
        Account account = Account.of(email, claimed.name(), Optional.empty());
        transaction.executeWithoutResult(_ -> {
            if (!accounts.add(account) || !store.add(claimed.identity(), account.id())) {
                throw Problem.of(ProblemKind.CONFLICT, "The account was made just now. Try again.");
            }
            Person person = parts.me.join(Workspace.FIRST, account, roles);
            tell(
                    new Actor(Workspace.FIRST, person),
                    "person-joined",
                    Map.of("issuer", claimed.identity().issuer(), "roles", roles));
        });
        return account;
    }

    private void tell(Actor actor, String action, Map<String, Object> details) {
        String person = actor.person().id().toString();
        audit.append(actor, new Deed(action, "person", person, details));
    }

    private void requireProvider() {
        if (!provider.isThere()) {
            throw Problem.of(
                    ProblemKind.NOT_FOUND,
                    "There is no single sign-on here. Sign in with your password.");
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem stranger(String why) {
        return Problem.of(ProblemKind.SIGN_IN_REFUSED, why + " Ask an admin here to invite you.");
    }

    private static Problem late() {
        return Problem.of(
                ProblemKind.SIGN_IN_REFUSED, "It took too long, or was done before. Begin again.");
    }
}
