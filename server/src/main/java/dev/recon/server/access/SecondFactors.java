package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.Seal;
import dev.recon.server.secret.Tokens;
import dev.recon.server.secret.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The second factor of a sign-in: the question that waits for it, and whether a code answers it.
@Component
record SecondFactors(
        JdbcClient db,
        AccountStore accounts,
        RecoveryCodes codes,
        SignInGuard guard,
        SignInMetrics metrics,
        Seal seal) {
    /// How long the question waits.
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String TOTP_CODE = "\\d{6}";

    /// Asks; the answer comes with this text. Who asks for an account as it was before its password
    /// was changed gets a text that opens nothing.
    String ask(Account account) {
        String challenge = Tokens.next();
        db.sql(
                        """
                        INSERT INTO challenge (hash, account_id, ends_at)
                        SELECT :hash, id, now() + make_interval(secs => :lifetime)
                        FROM account WHERE id = :accountId AND tokens_version = :version
                        FOR SHARE
                        """)
                .param("hash", Tokens.hash(challenge))
                .param("accountId", account.id())
                .param("version", account.tokensVersion())
                .param("lifetime", LIFETIME.toSeconds())
                .update();
        return challenge;
    }

    Optional<UUID> findAsked(String challenge) {
        return db.sql("SELECT account_id FROM challenge WHERE hash = :hash AND ends_at > now()")
                .param("hash", Tokens.hash(challenge))
                .query(UUID.class)
                .optional();
    }

    /// Takes the question back; false when somebody else did.
    boolean answered(String challenge) {
        return db.sql("DELETE FROM challenge WHERE hash = :hash")
                        .param("hash", Tokens.hash(challenge))
                        .update()
                == 1;
    }

    int forgetOld() {
        return db.sql("DELETE FROM challenge WHERE ends_at < now()").update();
    }

    /// Uses a code up, and says which kind it was.
    ///
    /// @throws Problem when it is none of the account's, or was used before
    String take(Account account, String code, Client client) {
        SignInGuard.Attempt attempt = guard.begin("code " + account.id(), client);
        String kind =
                isTotp(account, code)
                        ? Session.BY_TOTP
                        : codes.take(account.id(), code) ? Session.BY_RECOVERY_CODE : "";
        if (kind.isEmpty()) {
            metrics.refused(Session.BY_TOTP, Optional.of(account.id()), client);
            throw Problem.of(
                    ProblemKind.SIGN_IN_REFUSED,
                    "The code is wrong or was used before. Wait for the next one.");
        }
        guard.passed(attempt);
        return kind;
    }

    static Problem late() {
        return Problem.of(
                ProblemKind.SIGN_IN_REFUSED, "It took too long. Begin again with your password.");
    }

    /// Is it a code of the account's seed, for the first time?
    boolean isTotp(Account account, String code) {
        if (account.totpSeed().isEmpty() || !code.matches(TOTP_CODE)) {
            return false;
        }
        byte[] seed = seal.open(account.id(), account.totpSeed().get());
        OptionalLong step = Totp.findStep(seed, code, Instant.now(), account.totpLastStep());
        return step.isPresent() && accounts.takeStep(account.id(), step.getAsLong());
    }
}
