package dev.recon.server.access;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
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
/// own, once. Who is in a group that the settings name comes in with the role of that group, which
/// is looked at with each sign-on; others come in by an invitation to the address that the provider
/// has verified.
@Service
record SignOnService(
        SignOnProvider provider,
        SignOnStore store,
        Parts parts,
        AccessService access,
        AccountStore accounts,
        AuditStore audit,
        TransactionTemplate transaction) {
    /// What signs people in otherwise.
    @Component
    record Parts(
            SignInService signIn,
            PasskeySignInService passkeys,
            SessionService sessions,
            MeStore me,
            LinkStore links,
            ProviderRoles roles) {}

    /// What a sign-on came to.
    sealed interface Outcome {
        record In(SessionService.Given given) implements Outcome {}

        record LinkDue(String link, Account account, Instant endsAt) implements Outcome {}
    }

    boolean isOffered() {
        return provider.isThere();
    }

    /// Where the browser goes, and the state that it has to bring back.
    ///
    /// @param invitation the token of the invitation that is to be accepted so
    SignOnProvider.Sending send(@Nullable String invitation) {
        requireProvider();
        SignOnProvider.Sending sending = provider.send(Optional.ofNullable(invitation));
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
        Optional<LinkStore.Led> led =
                sent.invitation()
                        .map(hash ->
                                parts.links
                                        .findInvitation(hash)
                                        .orElseThrow(SignOnService::invitationGone));
        var how = new SessionService.How(Session.BY_PROVIDER, client, claimed.session());
        Optional<Account> known = store.findAccount(claimed.identity()).map(accounts::get);
        if (known.isPresent()) {
            parts.roles.follow(known.get().id(), claimed.groups());
            led.ifPresent(invited -> accept(invited, sent, known.get()));
            return in(known.get(), led, how);
        }
        String email =
                claimed.email()
                        .orElseThrow(() ->
                                stranger("The provider has not verified your e-mail address."));
        Optional<Account> owner = accounts.findByEmail(email);
        if (owner.isPresent()) {
            return ask(claimed, owner.get());
        }
        Account made =
                led.isPresent() ? come(claimed, email, led.get(), sent) : join(claimed, email);
        return in(made, led, how);
    }

    /// What proves that an account is somebody's who wants to link it: its password, with its code
    /// where there is one, or one of its passkeys alone, as for signing in.
    sealed interface Proof {
        record Password(String password, @Nullable String code) implements Proof {}

        record Passkey(PasskeyVerifier.Signed signed) implements Proof {}
    }

    /// What the browser asks the device with, for somebody who wants to prove it by a passkey.
    PasskeySignInService.Asked askForPasskey(String token) {
        return parts.passkeys.askFor(
                store.findAsked(token).orElseThrow(SignOnService::late).accountId());
    }

    /// The proof makes the identity the account's.
    SessionService.Given link(String token, Proof proof, Client client) {
        SignOnStore.Link link = store.findAsked(token).orElseThrow(SignOnService::late);
        Account account = accounts.get(link.accountId());
        switch (proof) {
            case Proof.Password(String password, String code) -> {
                parts.signIn.requirePassword(account.email(), password, client);
                parts.signIn.requireSecondFactor(
                        account, Objects.requireNonNullElse(code, ""), client);
            }
            case Proof.Passkey(var signed) -> parts.passkeys.prove(signed, account.id(), client);
        }
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
        return parts.sessions.begin(
                account,
                new SessionService.How(Session.BY_PROVIDER, client, link.providerSession()));
    }

    private Outcome ask(SignOnProvider.Claimed claimed, Account account) {
        String link =
                store.ask(
                        new SignOnStore.Link(claimed.identity(), account.id(), claimed.session()));
        return new Outcome.LinkDue(link, account, Instant.now().plus(SignOnStore.LIFETIME));
    }

    private Outcome in(Account account, Optional<LinkStore.Led> led, SessionService.How how) {
        if (parts.me.places(account.id()).isEmpty()) {
            throw stranger("You are in no workspace any more.");
        }
        return new Outcome.In(
                led.isPresent()
                        ? parts.sessions.begin(account, led.map(one -> one.workspace().id()), how)
                        : parts.sessions.begin(account, how));
    }

    /// Makes an account of somebody whose groups have roles here.
    private Account join(SignOnProvider.Claimed claimed, String email) {
        List<String> roles = parts.roles.of(claimed.groups());
        if (roles.isEmpty() || !access.isSetUp()) {
            throw stranger("None of your groups has a role here.");
        }
        Account account = Account.of(email, claimed.name(), Optional.empty());
        transaction.executeWithoutResult(_ -> {
            if (!accounts.add(account) || !store.add(claimed.identity(), account.id())) {
                throw Problem.of(ProblemKind.CONFLICT, "The account was made just now. Try again.");
            }
            Person person = parts.me.join(Workspace.FIRST, account, List.of());
            parts.roles.give(person.id(), roles);
            tell(
                    new Actor(Workspace.FIRST, person),
                    "person-joined",
                    Map.of("issuer", claimed.identity().issuer(), "roles", roles));
        });
        return account;
    }

    /// Makes an account of somebody who was invited by the address that the provider knows.
    private Account come(
            SignOnProvider.Claimed claimed,
            String email,
            LinkStore.Led led,
            SignOnStore.Sent sent) {
        Account account = Account.of(email, claimed.name(), Optional.empty());
        requireSameAddress(led, account);
        transaction.executeWithoutResult(_ -> {
            if (!accounts.add(account) || !store.add(claimed.identity(), account.id())) {
                throw Problem.of(ProblemKind.CONFLICT, "The account was made just now. Try again.");
            }
            accept(led, sent, account);
        });
        return account;
    }

    private void accept(LinkStore.Led led, SignOnStore.Sent sent, Account account) {
        requireSameAddress(led, account);
        transaction.executeWithoutResult(_ -> {
            if (!parts.links.takeInvitation(sent.invitation().orElseThrow())) {
                throw invitationGone();
            }
            LinkStore.Invitation invitation = led.invitation();
            Person person = parts.me.join(led.workspace().id(), account, invitation.roles());
            tell(
                    new Actor(led.workspace().id(), person),
                    "invitation-accepted",
                    Map.of(
                            "invitation", invitation.id().toString(),
                            "invitedBy", invitation.by().id().toString(),
                            "roles", invitation.roles()));
        });
    }

    private static void requireSameAddress(LinkStore.Led led, Account account) {
        if (!Account.normal(led.invitation().email()).equals(account.email())) {
            throw Problem.of(
                    ProblemKind.SIGN_IN_REFUSED,
                    "The invitation is for another address than the provider knows you by.");
        }
    }

    private static Problem invitationGone() {
        return Problem.of(
                ProblemKind.LINK_INVALID,
                "The invitation is too old, was used or taken back. Ask for another one.");
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
