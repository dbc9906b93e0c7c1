package dev.recon.server.access;

import dev.recon.server.platform.Rows;
import dev.recon.server.secret.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Passkeys, and the challenges that devices were given to sign, in the database.
@Component
record PasskeyStore(JdbcClient db) {
    /// How long a person may take to look for their key.
    static final Duration LIFETIME = Duration.ofMinutes(5);

    /// What a challenge is for.
    enum Purpose {
        ADD("add"),
        SIGN_IN("sign-in");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }
    }

    /// A key as it is checked.
    ///
    /// @param credentialId how the device knows it
    /// @param credential its public half, as the device gave it
    /// @param signCount how often the device said that it signed, when it last did
    record Kept(
            UUID id,
            UUID accountId,
            byte[] credentialId,
            byte[] credential,
            boolean backupEligible,
            long signCount) {}

    /// Gives out a challenge, for an account or for whoever comes.
    String ask(Purpose purpose, @Nullable UUID accountId) {
        String challenge = Tokens.next();
        db.sql(
                        """
                        INSERT INTO passkey_ceremony (hash, purpose, account_id, ends_at)
                        VALUES (:hash, :purpose, :accountId,
                            now() + make_interval(secs => :lifetime))
                        """)
                .param("hash", Tokens.hash(challenge))
                .param("purpose", purpose.word)
                .param("accountId", accountId)
                .param("lifetime", LIFETIME.toSeconds())
                .update();
        return challenge;
    }

    /// Takes a challenge back, whatever comes of it; false when it was not given out for this.
    boolean take(String challenge, Purpose purpose, @Nullable UUID accountId) {
        return db.sql(
                        """
                        DELETE FROM passkey_ceremony WHERE hash = :hash
                        RETURNING ends_at > now() AND purpose = :purpose
                            AND account_id IS NOT DISTINCT FROM :accountId::uuid
                        """)
                .param("hash", Tokens.hash(challenge))
                .param("purpose", purpose.word)
                .param("accountId", accountId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Adds a key; false when somebody has it already.
    boolean add(Kept key, String name) {
        return db.sql(
                                """
                                INSERT INTO passkey (id, account_id, name, credential_id,
                                    credential, backup_eligible, sign_count)
                                VALUES (:id, :accountId, :name, :credentialId, :credential,
                                    :backupEligible, :signCount)
                                ON CONFLICT (credential_id) DO NOTHING
                                """)
                        .param("id", key.id)
                        .param("accountId", key.accountId)
                        .param("name", name)
                        .param("credentialId", key.credentialId)
                        .param("credential", key.credential)
                        .param("backupEligible", key.backupEligible)
                        .param("signCount", key.signCount)
                        .update()
                == 1;
    }

    List<Passkey> list(UUID accountId) {
        return db.sql(
                        """
                        SELECT id, name, created_at, used_at FROM passkey
                        WHERE account_id = :accountId ORDER BY created_at, id
                        """)
                .param("accountId", accountId)
                .query((row, _) -> toPasskey(row))
                .list();
    }

    List<byte[]> credentialIds(UUID accountId) {
        return db.sql("SELECT credential_id FROM passkey WHERE account_id = :accountId")
                .param("accountId", accountId)
                .query((row, _) -> Rows.bytes(row, "credential_id"))
                .list();
    }

    Optional<Kept> find(byte[] credentialId) {
        return db.sql("SELECT * FROM passkey WHERE credential_id = :credentialId")
                .param("credentialId", credentialId)
                .query((row, _) -> toKept(row))
                .optional();
    }

    /// Keeps what the device counted; false when it is no more than what was known.
    boolean used(UUID id, long signCount) {
        return db.sql(
                                """
                                UPDATE passkey SET sign_count = :signCount, used_at = now()
                                WHERE id = :id
                                    AND (sign_count < :signCount
                                        OR (sign_count = 0 AND :signCount = 0))
                                """)
                        .param("signCount", signCount)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean rename(UUID accountId, UUID id, String name) {
        return db.sql(
                                """
                                UPDATE passkey SET name = :name
                                WHERE id = :id AND account_id = :accountId
                                """)
                        .param("name", name)
                        .param("id", id)
                        .param("accountId", accountId)
                        .update()
                == 1;
    }

    /// Removes a key; its name, if the account had it.
    Optional<String> remove(UUID accountId, UUID id) {
        return db.sql(
                        """
                        DELETE FROM passkey WHERE id = :id AND account_id = :accountId
                        RETURNING name
                        """)
                .param("id", id)
                .param("accountId", accountId)
                .query((row, _) -> Rows.text(row, "name"))
                .optional();
    }

    void removeAll(UUID accountId) {
        db.sql("DELETE FROM passkey WHERE account_id = :accountId")
                .param("accountId", accountId)
                .update();
    }

    int forgetOld() {
        return db.sql("DELETE FROM passkey_ceremony WHERE ends_at < now()").update();
    }

    private static Passkey toPasskey(ResultSet row) throws SQLException {
        return new Passkey(
                Rows.id(row, "id"),
                Rows.text(row, "name"),
                Rows.time(row, "created_at"),
                Rows.findTime(row, "used_at"));
    }

    private static Kept toKept(ResultSet row) throws SQLException {
        return new Kept(
                Rows.id(row, "id"),
                Rows.id(row, "account_id"),
                Rows.bytes(row, "credential_id"),
                Rows.bytes(row, "credential"),
                row.getBoolean("backup_eligible"),
                row.getLong("sign_count"));
    }
}
