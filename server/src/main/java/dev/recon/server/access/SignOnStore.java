package dev.recon.server.access;

import dev.recon.server.platform.Rows;
import dev.recon.server.secret.Tokens;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Identities at the provider, and sign-ons on their way, in the database: of texts that open
/// something only the hash.
@Component
record SignOnStore(JdbcClient db) {
    /// How long a browser may stay at the provider, and a question for the password waits.
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /// Who somebody is at the provider.
    record Identity(String issuer, String subject) {}

    /// What was kept while the browser was at the provider.
    ///
    /// @param invitation the hash of the invitation that is to be accepted so
    record Sent(String nonce, String verifier, Optional<byte[]> invitation) {}

    /// An identity that waits for the password of an account.
    ///
    /// @param providerSession the session at the provider, where it has names for them
    record Link(Identity identity, UUID accountId, Optional<String> providerSession) {}

    void send(String state, Sent sent) {
        db.sql(
                        """
                        INSERT INTO sign_on (hash, nonce, verifier, invitation, ends_at)
                        VALUES (:hash, :nonce, :verifier, :invitation,
                            now() + make_interval(secs => :lifetime))
                        """)
                .param("hash", Tokens.hash(state))
                .param("nonce", sent.nonce)
                .param("verifier", sent.verifier)
                .param("invitation", sent.invitation.orElse(null))
                .param("lifetime", LIFETIME.toSeconds())
                .update();
    }

    /// Takes what was kept for a state: it comes back once.
    Optional<Sent> take(String state) {
        return db.sql(
                        """
                        DELETE FROM sign_on WHERE hash = :hash
                        RETURNING nonce, verifier, invitation, ends_at > now() AS valid
                        """)
                .param("hash", Tokens.hash(state))
                .query((row, _) ->
                        row.getBoolean("valid")
                                ? Optional.of(
                                        new Sent(
                                                Rows.text(row, "nonce"),
                                                Rows.text(row, "verifier"),
                                                Optional.ofNullable(row.getBytes("invitation"))))
                                : Optional.<Sent>empty())
                .optional()
                .flatMap(found -> found);
    }

    Optional<UUID> findAccount(Identity identity) {
        return db.sql(
                        """
                        SELECT account_id FROM identity
                        WHERE issuer = :issuer AND subject = :subject
                        """)
                .param("issuer", identity.issuer)
                .param("subject", identity.subject)
                .query(UUID.class)
                .optional();
    }

    /// Makes an identity an account's; false when it is one's already.
    boolean add(Identity identity, UUID accountId) {
        return db.sql(
                                """
                                INSERT INTO identity (issuer, subject, account_id)
                                VALUES (:issuer, :subject, :accountId)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("issuer", identity.issuer)
                        .param("subject", identity.subject)
                        .param("accountId", accountId)
                        .update()
                == 1;
    }

    /// Waits for the password of an account; it comes with this text.
    String ask(Link link) {
        String token = Tokens.next();
        db.sql(
                        """
                        INSERT INTO sign_on_link
                            (hash, issuer, subject, account_id, provider_session, ends_at)
                        VALUES (:hash, :issuer, :subject, :accountId, :providerSession,
                            now() + make_interval(secs => :lifetime))
                        """)
                .param("hash", Tokens.hash(token))
                .param("issuer", link.identity.issuer)
                .param("subject", link.identity.subject)
                .param("accountId", link.accountId)
                .param("providerSession", link.providerSession.orElse(null))
                .param("lifetime", LIFETIME.toSeconds())
                .update();
        return token;
    }

    Optional<Link> findAsked(String token) {
        return db.sql(
                        """
                        SELECT issuer, subject, account_id, provider_session FROM sign_on_link
                        WHERE hash = :hash AND ends_at > now()
                        """)
                .param("hash", Tokens.hash(token))
                .query((row, _) ->
                        new Link(
                                new Identity(Rows.text(row, "issuer"), Rows.text(row, "subject")),
                                Rows.id(row, "account_id"),
                                Optional.ofNullable(Rows.findText(row, "provider_session"))))
                .optional();
    }

    /// Takes the question back; false when somebody else did.
    boolean answered(String token) {
        return db.sql("DELETE FROM sign_on_link WHERE hash = :hash")
                        .param("hash", Tokens.hash(token))
                        .update()
                == 1;
    }

    void forgetOld() {
        db.sql("DELETE FROM sign_on WHERE ends_at < now()").update();
        db.sql("DELETE FROM sign_on_link WHERE ends_at < now()").update();
    }
}
