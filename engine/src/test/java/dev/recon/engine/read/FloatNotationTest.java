package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Floating-point numbers are the amounts that were meant, or none; no digit but noise is dropped.
class FloatNotationTest {
    private static final long NONE = AmountParser.NOT_AN_AMOUNT;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.2345E+04            | 1234500
                    -1.2345e4             | -1234500
                    +4.56789e+04          | 4567890
                    1E+05                 | 10000000
                    5e-02                 | 5
                    0E+00                 | 0
                    0.30000000000000004   | 30
                    -4567.8899999999994   | -456789
                    45678.900000000001    | 4567890
                    -59315.70000000007    | -5931570
                    5.551115123125783E-17 | 0
                    1.1102230246251565E4  | NONE
                    0.3333333333          | NONE
                    378361489475.9999     | NONE
                    1E+16                 | NONE
                    1.5E-03               | NONE
                    1,5E+02               | NONE
                    0.123456789012345678  | NONE
                    12345678901234.567    | NONE
                    1.000000000000000003  | NONE
                    1e05                  | NONE
                    12.5E+02              | NONE
                    1.5E+100              | NONE
                    """)
    void readsWhatProgramsPrint(String text, String cents) {
        assertThat(cents(text)).isEqualTo(cents.equals("NONE") ? NONE : Long.parseLong(cents));
    }

    /// Sums of cents in floating point, as programs make them, are read as the cents that they are.
    @Test
    void readsTheNoiseOfFloatingPointSums() {
        Random random = new Random(5);
        for (int n = 0; n < 20_000; n++) {
            long one = random.nextLong(-99_999_999, 100_000_000);
            long other = random.nextLong(-99_999_999, 100_000_000);
            double sum = one / 100.0 + other / 100.0;
            boolean isTiny = Math.abs(one + other) < 1_000; // what cancelled left more noise
            String text = Double.toString(sum);
            assertThat(cents(text)).as(text).isIn(one + other, isTiny ? NONE : one + other);
        }
    }

    private static long cents(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new AmountParser('.', 2).parse(bytes, 0, bytes.length);
    }
}
