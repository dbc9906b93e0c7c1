package dev.recon.server.access;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.PasswordRules;
import dev.recon.server.secret.Passwords;
import dev.recon.server.secret.Seal;
import dev.recon.server.secret.Totp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What people do with their own account. It asks for no permission but to be signed in, and what
/// opens the account asks for the password again.
@Service
record MeService(
        MeStore me,
        AccountStore accounts,
        SessionStore sessions,
        RecoveryCodes codes,
        SecondFactors factors,
        SignInService signIn,
        LastFactor last,
        PasswordRules rules,
        Passwords passwords,
        Seal seal,
        AccountHistory history,
        TransactionTemplate transaction) {
    /// What is to be changed; null leaves it as it is.
    record Change(
            @Nullable String name,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable String density,
            @Nullable String theme) {}

    /// What an app for one-time codes needs.
    record TotpBegun(String secret, String uri) {}

    void change(Caller caller, Change change) {
        UUID account = caller.account();
        MeStore.ProfileChange profile =
                new MeStore.ProfileChange(
                        change.locale == null ? null : locale(change.locale),
                        change.timeZone == null ? null : zone(change.timeZone),
                        change.density,
                        change.theme);
        transaction.executeWithoutResult(_ -> {
            me.changeProfile(account, profile);
            if (change.name != null) {
                me.rename(account, Checks.text("#/name", change.name, 100));
                tell(caller, "person-renamed", Map.of("to", change.name));
            }
        });
    }

    void changePassword(Caller caller, String current, String password, Client client) {
        Account account = prove(caller, current, client);
        rules.require("#/password", password, List.of(account.name(), account.email()));
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(_ -> {
            if (!accounts.setPassword(account, hash)) {
                throw SignInService.refused();
            }
            sessions.endAll(
                    account.id(),
                    caller.sessionId().orElseThrow(),
                    Session.Ending.PASSWORD_CHANGED);
            tell(caller, "password-changed", Map.of());
        });
    }

    TotpBegun beginTotp(Caller caller, String password, Client client) {
        Account account = prove(caller, password, client);
        byte[] seed = Totp.seed();
        if (!accounts.offerTotp(account.id(), seal.close(account.id(), seed))) {
            throw totpInUse();
        }
        String secret = Totp.toBase32(seed);
        String label =
                URLEncoder.encode("Recon:" + account.email(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        return new TotpBegun(
                secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Recon");
    }

    /// From here on a code is asked for; the recovery codes are the answer.
    List<String> confirmTotp(Caller caller, String code) {
        Account account = accounts.get(caller.account());
        if (account.totpConfirmed()) {
            throw totpInUse();
        }
        if (!factors.isTotp(account, code)) {
            throw Problem.invalid(
                    "#/code", "is not the code of now; look whether the phone's clock is right");
        }
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    if (!accounts.confirmTotp(account)) {
                        throw Problem.of(
                                ProblemKind.CONFLICT,
                                "Another code was begun meanwhile. Begin again, in one place.");
                    }
                    tell(caller, "second-factor-added", Map.of("kind", "totp"));
                    return codes.renew(account.id());
                }));
    }

    void removeTotp(Caller caller, String password, Client client) {
        Account account = prove(caller, password, client);
        transaction.executeWithoutResult(_ -> {
            last.lock(account.id());
            accounts.removeTotp(account.id());
            last.takenOff(account.id());
            tell(caller, "second-factor-removed", Map.of("kind", "totp"));
        });
    }

    List<String> renewRecoveryCodes(Caller caller, String password, Client client) {
        Account account = prove(caller, password, client);
        if (!account.hasSecondFactor()) {
            throw Problem.invalid("#", "needs a second factor first");
        }
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    tell(caller, "recovery-codes-renewed", Map.of());
                    return codes.renew(account.id());
                }));
    }

    List<Session> sessions(Caller caller) {
        return sessions.list(caller.account(), caller.sessionId().orElseThrow());
    }

    void endSession(Caller caller, UUID sessionId) {
        transaction.executeWithoutResult(_ -> {
            if (!sessions.end(caller.account(), sessionId, Session.Ending.REVOKED)) {
                throw Problem.notFound("session");
            }
            tell(caller, "session-ended", Map.of("session", sessionId.toString()));
        });
    }

    void signOutEverywhere(Caller caller) {
        UUID account = caller.account();
        transaction.executeWithoutResult(_ -> {
            accounts.endTokens(account); // first: a sign-in that is under way waits for it, or ends
            sessions.endAll(account, null, Session.Ending.SIGNED_OUT_EVERYWHERE);
            tell(caller, "signed-out-everywhere", Map.of());
        });
    }

    private Account prove(Caller caller, String password, Client client) {
        Account account = accounts.get(caller.account());
        return signIn.requirePassword(account.email(), password, client);
    }

    private static Problem totpInUse() {
        return Problem.of(ProblemKind.TAKEN, "One-time codes are in use. Remove them first.");
    }

    private void tell(Caller caller, String action, Map<String, Object> details) {
        history.tell(caller.account(), action, details);
    }

    private static String locale(String given) {
        try {
            return new Locale.Builder().setLanguageTag(given).build().toLanguageTag();
        } catch (IllformedLocaleException _) {
            throw Problem.invalid("#/locale", "must be a language tag such as de-DE");
        }
    }

    private static String zone(String given) {
        if (!ZoneId.getAvailableZoneIds().contains(given)) {
            throw Problem.invalid("#/timeZone", "must be a time zone such as Europe/Berlin");
        }
        return given;
    }
}
