package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Rows;
import dev.recon.server.secret.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends sessions here that were ended at the provider (OpenID Connect Back-Channel Logout 1.0): the
/// one that the token names, or all of its subject that began there.
@Component
record ProviderLogout(
        JdbcClient db,
        SignOnProvider provider,
        AccountHistory history,
        TransactionTemplate transaction) {
    private static final Duration AGE_MAX = Duration.ofMinutes(10);

    void end(String token) {
        if (!provider.isThere()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "There is no single sign-on here.");
        }
        SignOnProvider.Ended ended = provider.logout(token);
        boolean old = ended.issuedAt().plus(AGE_MAX).isBefore(Instant.now());
        transaction.executeWithoutResult(_ -> {
            if (old || !isFirst(ended.id())) {
                throw Problem.of(
                        ProblemKind.BAD_REQUEST,
                        "The logout token is older than ten minutes, or was used before.");
            }
            for (UUID account : endSessions(ended)) {
                history.tell(
                        account,
                        "session-ended",
                        Map.of("because", Session.Ending.AT_PROVIDER.word()));
            }
        });
    }

    /// Twice as long as tokens are taken, so that clocks may differ a little.
    private boolean isFirst(String id) {
        return db.sql(
                                """
                                INSERT INTO sign_on_logout (hash, ends_at)
                                VALUES (:hash, now() + make_interval(secs => :lifetime))
                                ON CONFLICT DO NOTHING
                                """)
                        .param("hash", Tokens.hash(id))
                        .param("lifetime", 2 * AGE_MAX.toSeconds())
                        .update()
                == 1;
    }

    private Set<UUID> endSessions(SignOnProvider.Ended ended) {
        List<UUID> accounts =
                db.sql(
                                """
                                UPDATE session s
                                SET revoked_at = now(), revoked_because = 'signed-out-at-provider'
                                FROM identity i
                                WHERE i.account_id = s.account_id AND i.issuer = :issuer
                                    AND s.method = 'oidc' AND s.revoked_at IS NULL
                                    AND (:subject::text IS NULL OR i.subject = :subject)
                                    AND (:session::text IS NULL OR s.provider_session = :session)
                                RETURNING s.account_id
                                """)
                        .param("issuer", ended.issuer())
                        .param("subject", ended.subject().orElse(null))
                        .param("session", ended.session().orElse(null))
                        .query((row, _) -> Rows.id(row, "account_id"))
                        .list();
        return Set.copyOf(accounts);
    }

    int forgetOld() {
        return db.sql("DELETE FROM sign_on_logout WHERE ends_at < now()").update();
    }
}
