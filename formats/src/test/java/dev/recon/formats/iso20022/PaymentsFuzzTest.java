package dev.recon.formats.iso20022;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.recon.formats.bank.Fuzzed;
import java.io.IOException;

class PaymentsFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Fuzzed.requireSound(new PaymentsFormat(), bytes);
    }
}
