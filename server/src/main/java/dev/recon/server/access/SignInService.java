package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.Passwords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Lets people in who prove who they are. Whether an account exists can be learnt neither from what
/// is answered nor from how long it takes.
@Service
public record SignInService(
        AccountStore accounts,
        MeStore me,
        Passwords passwords,
        SignInGuard guard,
        SecondFactors factors,
        SignInMetrics metrics,
        SessionService sessions) {
    /// What a sign-in came to.
    sealed interface Outcome {
        record In(SessionService.Given given) implements Outcome {}

        record SecondFactorDue(String challenge, List<String> methods, Instant endsAt)
                implements Outcome {}
    }

    Outcome signIn(String email, String password, Client client) {
        Account account = requirePassword(Account.normal(email), password, client);
        if (account.hasSecondFactor()) {
            return new Outcome.SecondFactorDue(
                    factors.ask(account),
                    methods(account),
                    Instant.now().plus(SecondFactors.LIFETIME));
        }
        return new Outcome.In(sessions.begin(account, Session.BY_PASSWORD, client));
    }

    /// Ends a sign-in whose password was right.
    SessionService.Given prove(String challenge, String code, Client client) {
        UUID accountId = factors.findAsked(challenge).orElseThrow(SecondFactors::late);
        Account account = accounts.get(accountId);
        String method = factors.take(account, code, client);
        if (!factors.answered(challenge)) {
            throw refused();
        }
        return sessions.begin(account, method, client);
    }

    /// The account of an address and its password.
    ///
    /// @throws Problem when they do not belong together, or after too many attempts
    public Account requirePassword(String email, String password, Client client) {
        SignInGuard.Attempt attempt = guard.begin(email, client);
        Optional<Account> found = accounts.findByEmail(email);
        boolean same = passwords.matches(password, found.flatMap(Account::passwordHash));
        Account account =
                found.filter(one -> same && !me.places(one.id()).isEmpty())
                        .orElseThrow(() -> {
                            metrics.refused(Session.BY_PASSWORD, found.map(Account::id), client);
                            return refused();
                        });
        guard.passed(attempt);
        account.passwordHash()
                .filter(passwords::isOutdated)
                .ifPresent(_ -> accounts.rehash(account, passwords.hash(password)));
        return account;
    }

    /// The second proof of an account that has one.
    public void requireSecondFactor(Account account, String code, Client client) {
        if (account.hasSecondFactor()) {
            factors.take(account, code, client);
        }
    }

    private static List<String> methods(Account account) {
        return Stream.of(
                        account.hasPasskey() ? Session.BY_PASSKEY : "",
                        account.totpConfirmed() ? Session.BY_TOTP : "",
                        Session.BY_RECOVERY_CODE)
                .filter(method -> !method.isEmpty())
                .toList();
    }

    static Problem refused() {
        return Problem.of(
                ProblemKind.SIGN_IN_REFUSED, "The e-mail address or the password is wrong.");
    }
}
