package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import dev.recon.server.secret.Tokens;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a device says of a passkey, changed at random.
class PasskeyFuzzTest {
    private static final String MINE = "/api/v1/me/passkeys";
    private static final String SIGN_IN = "/api/v1/sign-in/passkey";
    private static final Map<String, Object> PROOF = Map.of("password", People.PASSWORD);

    private final TestServer server =
            TestServer.fresh(Map.of("PUBLIC_URL", "http://localhost:8080/"));
    private final Browser admin = new People(server).admin();
    private final SoftKey key = new SoftKey();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whateverIsSentIsAnsweredInWords() {
        JdbcClient db = server.owner();
        Api.Answer asked = admin.api().post(MINE + "/challenge", PROOF).is(200);
        Map<String, Object> made = key.make(asked, "k");
        Random random = new Random(8);
        for (int change = 0; change < 200; change++) {
            db.sql(
                            """
                            INSERT INTO passkey_ceremony
                            SELECT :hash, 'add', id, now() + interval '1 minute'
                            FROM account WHERE email = :email ON CONFLICT DO NOTHING
                            """)
                    .param("hash", Tokens.hash(asked.text("/challenge")))
                    .param("email", People.ADMIN)
                    .update();
            String field = random.nextBoolean() ? "attestation" : "clientData";
            assertThat(admin.api().post(MINE, changed(made, field, random)).status())
                    .as("change %d", change)
                    .isIn(201, 409, 422);
        }
        for (int change = 0; change < 100; change++) {
            Map<String, Object> signed =
                    key.sign(server.api().post(SIGN_IN + "/challenge", Map.of()));
            String field = random.nextBoolean() ? "authenticatorData" : "signature";
            assertThat(server.api().post(SIGN_IN, changed(signed, field, random)).status())
                    .as("change %d", change)
                    .isIn(401, 422);
        }
    }

    /// The same with a byte or two changed, or with its end cut off.
    private static Map<String, Object> changed(
            Map<String, Object> all, String field, Random random) {
        byte[] bytes = Base64.getUrlDecoder().decode((String) all.get(field));
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 + random.nextInt(255));
        if (random.nextInt(4) == 0) {
            bytes = Arrays.copyOf(bytes, Math.max(1, at));
        }
        Map<String, Object> changed = new HashMap<>(all);
        changed.put(field, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return changed;
    }
}
