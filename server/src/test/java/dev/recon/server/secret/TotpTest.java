package dev.recon.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One-time codes, against the vectors of RFC 6238 and RFC 4648.
class TotpTest {
    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theCodesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SEED, seconds / 30, 8)).isEqualTo(code);
    }

    @Test
    void aStepWorksOnceAndItsNeighboursToo() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = 1_111_111_109 / 30;
        for (long near : new long[] {step - 1, step, step + 1}) {
            String code = Totp.code(SEED, near, 6);
            assertThat(Totp.findStep(SEED, code, now, 0)).hasValue(near);
            assertThat(Totp.findStep(SEED, code, now, near)).as("used").isEmpty();
        }
        assertThat(Totp.findStep(SEED, Totp.code(SEED, step - 2, 6), now, 0)).isEmpty();
        assertThat(Totp.findStep(SEED, Totp.code(SEED, step + 2, 6), now, 0)).isEmpty();
    }

    @Test
    void aSeedIsTypedAsTheStandardSays() {
        assertThat(Totp.toBase32("foobar".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTBOI");
        assertThat(Totp.toBase32(SEED)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
