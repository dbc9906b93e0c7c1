package dev.recon.server.access;

import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts in the database.
@Component
public record AccountStore(JdbcClient db) {
    private static final String READ =
            """
            SELECT a.*, EXISTS (
                SELECT FROM passkey k WHERE k.account_id = a.id) AS has_passkey
            FROM account a
            """;

    boolean isAny() {
        return db.sql("SELECT EXISTS (SELECT FROM account)").query(Boolean.class).single();
    }

    /// The account of an address, as it is compared.
    public Optional<Account> findByEmail(String email) {
        return db.sql(READ + " WHERE a.email = :email")
                .param("email", email)
                .query(AccountStore::toAccount)
                .optional();
    }

    /// The account of this id.
    public Account get(UUID id) {
        return db.sql(READ + " WHERE a.id = :id")
                .param("id", id)
                .query(AccountStore::toAccount)
                .single();
    }

    /// Adds an account; false when the address has one.
    public boolean add(Account account) {
        return db.sql(
                                """
                                INSERT INTO account (id, email, name, password_hash)
                                VALUES (:id, :email, :name, :passwordHash)
                                ON CONFLICT (email) DO NOTHING
                                """)
                        .param("id", account.id())
                        .param("email", account.email())
                        .param("name", account.name())
                        .param("passwordHash", account.passwordHash().orElse(null))
                        .update()
                == 1;
    }

    /// Keeps the same password under a newer hash, unless another one was chosen meanwhile.
    void rehash(Account account, String passwordHash) {
        db.sql(
                        """
                        UPDATE account SET password_hash = :passwordHash
                        WHERE id = :id AND password_hash = :before
                        """)
                .param("passwordHash", passwordHash)
                .param("id", account.id())
                .param("before", account.passwordHash().orElseThrow())
                .update();
    }

    /// Changes the password: no access token from before is valid any more, and no sign-in goes on
    /// whose password was right. False when another one was chosen since the account was read.
    boolean setPassword(Account account, String passwordHash) {
        boolean isSet =
                db.sql(
                                        """
                                        UPDATE account SET password_hash = :passwordHash,
                                            tokens_version = tokens_version + 1
                                        WHERE id = :id AND tokens_version = :version
                                        """)
                                .param("passwordHash", passwordHash)
                                .param("id", account.id())
                                .param("version", account.tokensVersion())
                                .update()
                        == 1;
        db.sql("DELETE FROM challenge WHERE account_id = :id").param("id", account.id()).update();
        return isSet;
    }

    /// No access token from before now is valid any more.
    void endTokens(UUID id) {
        db.sql("UPDATE account SET tokens_version = tokens_version + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    /// Keeps when somebody signed in; false when what they proved is no proof any more.
    boolean signedIn(Account account) {
        return db.sql(
                                """
                                UPDATE account SET signed_in_at = now()
                                WHERE id = :id AND tokens_version = :version
                                """)
                        .param("id", account.id())
                        .param("version", account.tokensVersion())
                        .update()
                == 1;
    }

    /// Keeps a seed that is not yet proved; false when another is in use.
    boolean offerTotp(UUID id, byte[] sealedSeed) {
        return db.sql(
                                """
                                UPDATE account SET totp_seed = :seed, totp_last_step = 0
                                WHERE id = :id AND NOT totp_confirmed
                                """)
                        .param("seed", sealedSeed)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Takes the seed of this account, which has been proved, into use; false when it is in use
    /// already, or another one was offered since.
    boolean confirmTotp(Account proved) {
        return db.sql(
                                """
                                UPDATE account SET totp_confirmed = true
                                WHERE id = :id AND totp_seed = :seed AND NOT totp_confirmed
                                """)
                        .param("seed", proved.totpSeed().orElseThrow())
                        .param("id", proved.id())
                        .update()
                == 1;
    }

    void removeTotp(UUID id) {
        db.sql(
                        """
                        UPDATE account
                        SET totp_seed = NULL, totp_confirmed = false, totp_last_step = 0
                        WHERE id = :id
                        """)
                .param("id", id)
                .update();
    }

    /// Uses up a step; false when it, or a later one, was used before.
    boolean takeStep(UUID id, long step) {
        return db.sql(
                                """
                                UPDATE account SET totp_last_step = :step
                                WHERE id = :id AND totp_last_step < :step
                                """)
                        .param("step", step)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Keeps others from changing how the account signs in, for this database transaction.
    void lock(UUID id) {
        db.sql("SELECT id FROM account WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    /// Is the account an admin anywhere?
    boolean isAdmin(UUID id) {
        return db.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM person p
                            JOIN person_role r ON r.workspace_id = p.workspace_id
                                AND r.person_id = p.id
                            WHERE p.account_id = :id AND p.status = 'active'
                                AND r.role = 'admin')
                        """)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /// In how many workspaces the account is a person.
    public int countWorkspaces(UUID id) {
        return db.sql("SELECT count(*) FROM person WHERE account_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static Account toAccount(ResultSet row, int index) throws SQLException {
        return new Account(
                Rows.id(row, "id"),
                Rows.text(row, "email"),
                Rows.text(row, "name"),
                Optional.ofNullable(Rows.findText(row, "password_hash")),
                Optional.ofNullable(row.getBytes("totp_seed")),
                row.getBoolean("totp_confirmed"),
                row.getLong("totp_last_step"),
                row.getBoolean("has_passkey"),
                row.getInt("tokens_version"));
    }
}
