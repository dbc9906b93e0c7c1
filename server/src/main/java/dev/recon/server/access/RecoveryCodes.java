package dev.recon.server.access;

import dev.recon.server.secret.Tokens;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Codes for the day when the second factor is lost: ten, of 80 bits, each good for one sign-in.
@Component
record RecoveryCodes(JdbcClient db) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODES = 10;
    private static final int PARTS = 4;
    private static final int PART_LETTERS = 4;

    /// Makes new ones in place of all others.
    List<String> renew(UUID accountId) {
        remove(accountId);
        List<String> codes = Stream.generate(RecoveryCodes::code).limit(CODES).toList();
        for (String code : codes) {
            db.sql("INSERT INTO recovery_code (account_id, hash) VALUES (:accountId, :hash)")
                    .param("accountId", accountId)
                    .param("hash", hash(code))
                    .update();
        }
        return codes;
    }

    void remove(UUID accountId) {
        db.sql("DELETE FROM recovery_code WHERE account_id = :accountId")
                .param("accountId", accountId)
                .update();
    }

    /// Uses a code up; false when it is none, or was used.
    boolean take(UUID accountId, String code) {
        return db.sql(
                                """
                                UPDATE recovery_code SET used_at = now()
                                WHERE account_id = :accountId AND hash = :hash AND used_at IS NULL
                                """)
                        .param("accountId", accountId)
                        .param("hash", hash(code))
                        .update()
                == 1;
    }

    private static String code() {
        return Stream.generate(RecoveryCodes::part).limit(PARTS).collect(Collectors.joining("-"));
    }

    private static String part() {
        StringBuilder part = new StringBuilder();
        for (int at = 0; at < PART_LETTERS; at++) {
            part.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return part.toString();
    }

    private static byte[] hash(String code) {
        return Tokens.hash(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
