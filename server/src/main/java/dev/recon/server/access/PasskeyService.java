package dev.recon.server.access;

import dev.recon.server.access.PasskeyStore.Purpose;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What people do with their own passkeys. To add or remove one asks for the password again: it
/// opens the account. Who has none, because they come through a single sign-on, must have signed in
/// a moment ago.
@Service
record PasskeyService(
        PasskeyStore passkeys,
        PasskeyVerifier verifier,
        RelyingParty party,
        AccountStore accounts,
        SessionStore sessions,
        SignInService signIn,
        LastFactor last,
        RecoveryCodes codes,
        AccountHistory history,
        TransactionTemplate transaction) {
    static final int NAME_CHARS_MAX = 100;
    private static final int PASSKEYS_MAX = 20;

    /// What the browser asks the device with.
    ///
    /// @param known keys that the account has: the same device need not make a second one
    record Asked(String challenge, RelyingParty.Place place, Account account, List<byte[]> known) {}

    /// A key that was added, and recovery codes where it is the first second factor.
    record Added(Passkey passkey, List<String> recoveryCodes) {}

    List<Passkey> list(Caller caller) {
        return passkeys.list(caller.account());
    }

    Asked begin(Caller caller, @Nullable String password, Client client) {
        RelyingParty.Place place = party.get();
        Account account = prove(caller, password, client);
        List<byte[]> known = passkeys.credentialIds(account.id());
        if (known.size() >= PASSKEYS_MAX) {
            throw Problem.invalid("#", "is one too many: remove a passkey that you do not use");
        }
        return new Asked(passkeys.ask(Purpose.ADD, account.id()), place, account, known);
    }

    Added add(Caller caller, String name, PasskeyVerifier.Attested brought) {
        UUID account = caller.account();
        String called = Checks.text("#/name", name, NAME_CHARS_MAX);
        String challenge =
                verifier.challenge(brought.clientData())
                        .filter(one -> passkeys.take(one, Purpose.ADD, account))
                        .orElseThrow(PasskeyService::unasked);
        PasskeyStore.Kept as =
                new PasskeyStore.Kept(Ids.next(), account, new byte[0], new byte[0], false, 0);
        PasskeyStore.Kept key =
                verifier.attest(brought, challenge, as).orElseThrow(PasskeyService::unasked);
        return Objects.requireNonNull(transaction.execute(_ -> keep(key, called)));
    }

    private Added keep(PasskeyStore.Kept key, String name) {
        boolean first = !last.lock(key.accountId()).hasSecondFactor();
        if (!passkeys.add(key, name)) {
            throw Problem.of(ProblemKind.TAKEN, "This key is in use already.");
        }
        history.tell(
                key.accountId(), "second-factor-added", Map.of("kind", "passkey", "name", name));
        Passkey added =
                passkeys.list(key.accountId()).stream()
                        .filter(one -> one.id().equals(key.id()))
                        .findFirst()
                        .orElseThrow();
        return new Added(added, first ? codes.renew(key.accountId()) : List.of());
    }

    void rename(Caller caller, UUID id, String name) {
        String called = Checks.text("#/name", name, NAME_CHARS_MAX);
        transaction.executeWithoutResult(_ -> {
            if (!passkeys.rename(caller.account(), id, called)) {
                throw Problem.notFound("passkey");
            }
            history.tell(caller.account(), "passkey-renamed", Map.of("to", called));
        });
    }

    void remove(Caller caller, UUID id, @Nullable String password, Client client) {
        Account account = prove(caller, password, client);
        transaction.executeWithoutResult(_ -> {
            last.lock(account.id());
            String name =
                    passkeys.remove(account.id(), id)
                            .orElseThrow(() -> Problem.notFound("passkey"));
            last.takenOff(account.id());
            history.tell(
                    account.id(), "second-factor-removed", Map.of("kind", "passkey", "name", name));
        });
    }

    private Account prove(Caller caller, @Nullable String password, Client client) {
        Account account = accounts.get(caller.account());
        if (account.passwordHash().isPresent()) {
            String given = Checks.present("#/password", password);
            return signIn.requirePassword(account.email(), given, client);
        }
        if (!sessions.isYoung(caller.sessionId().orElseThrow(), Session.YOUNG)) {
            throw Problem.of(
                    ProblemKind.SIGN_IN_AGAIN,
                    "You have no password here, so this asks for a new sign-in. Sign out, sign in"
                            + " again, and do it within "
                            + Session.YOUNG.toMinutes()
                            + " minutes.");
        }
        return account;
    }

    private static Problem unasked() {
        return Problem.invalid(
                "#/clientData", "is no answer to what was asked, or came too late: begin again");
    }
}
