package dev.recon.server.access;

import dev.recon.server.access.PasskeyStore.Purpose;
import dev.recon.server.access.PasskeyVerifier.Outcome;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets people in with a passkey: alone, because the device has asked for a finger or a code, or
/// after their password.
@Service
record PasskeySignInService(
        PasskeyStore passkeys,
        PasskeyVerifier verifier,
        RelyingParty party,
        SecondFactors factors,
        AccountStore accounts,
        MeStore me,
        SessionService sessions,
        SignInMetrics metrics,
        AccountHistory history,
        TransactionTemplate transaction) {
    /// What the browser asks the device with.
    ///
    /// @param allowed the keys that fit; none for any that the device has for this place
    record Asked(String challenge, RelyingParty.Place place, List<byte[]> allowed) {}

    boolean isOffered() {
        return party.find().isPresent();
    }

    /// Asks for a key: any, or, when a password was given before, one of that account.
    Asked ask(@Nullable String afterPassword) {
        RelyingParty.Place place = party.get();
        Optional<UUID> account = account(afterPassword);
        return new Asked(
                passkeys.ask(Purpose.SIGN_IN, account.orElse(null)),
                place,
                account.map(passkeys::credentialIds).orElse(List.of()));
    }

    SessionService.Given signIn(
            PasskeyVerifier.Signed brought, @Nullable String afterPassword, Client client) {
        Account account = accounts.get(check(brought, account(afterPassword), client).accountId());
        boolean late = afterPassword != null && !factors.answered(afterPassword);
        if (late || me.places(account.id()).isEmpty()) {
            throw refused(Optional.of(account.id()), client);
        }
        return sessions.begin(account, Session.BY_PASSKEY, client);
    }

    /// Asks for a key of this account.
    Asked askFor(UUID account) {
        return new Asked(
                passkeys.ask(Purpose.SIGN_IN, account),
                party.get(),
                passkeys.credentialIds(account));
    }

    /// Fails unless a key of this account has signed what [#askFor] asked with.
    void prove(PasskeyVerifier.Signed brought, UUID account, Client client) {
        check(brought, Optional.of(account), client);
    }

    private PasskeyStore.Kept check(
            PasskeyVerifier.Signed brought, Optional<UUID> asked, Client client) {
        String challenge =
                verifier.challenge(brought.clientData())
                        .filter(one -> passkeys.take(one, Purpose.SIGN_IN, asked.orElse(null)))
                        .orElseThrow(() -> refused(asked, client));
        PasskeyStore.Kept key =
                passkeys.find(brought.credentialId())
                        .filter(one -> isTheirs(one, asked, brought.userHandle()))
                        .orElseThrow(() -> refused(asked, client));
        switch (verifier.check(brought, challenge, key)) {
            case Outcome.Refused() -> throw refused(Optional.of(key.accountId()), client);
            case Outcome.Copied() -> throw copied(key, client);
            case Outcome.Holds(long signCount) -> {
                if (!passkeys.used(key.id(), signCount)) {
                    throw copied(key, client);
                }
            }
        }
        return key;
    }

    private Optional<UUID> account(@Nullable String afterPassword) {
        return Optional.ofNullable(afterPassword)
                .map(text -> factors.findAsked(text).orElseThrow(SecondFactors::late));
    }

    /// After a password the key must be that account's; alone it must say whose it is.
    private static boolean isTheirs(
            PasskeyStore.Kept key, Optional<UUID> asked, byte @Nullable [] handle) {
        byte[] own = PasskeyVerifier.handle(key.accountId());
        return asked.isPresent()
                ? asked.get().equals(key.accountId())
                : handle != null && MessageDigest.isEqual(own, handle);
    }

    private Problem copied(PasskeyStore.Kept key, Client client) {
        transaction.executeWithoutResult(_ ->
                history.tell(
                        key.accountId(),
                        "passkey-refused",
                        Map.of("because", "sign-count", "passkey", key.id().toString())));
        return refused(Optional.of(key.accountId()), client);
    }

    private Problem refused(Optional<UUID> account, Client client) {
        metrics.refused(Session.BY_PASSKEY, account, client);
        return Problem.of(
                ProblemKind.SIGN_IN_REFUSED,
                "This passkey does not open the door. Sign in with your password.");
    }
}
