package dev.recon.formats.qif;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.recon.formats.bank.Fuzzed;
import java.io.IOException;

class QifFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Fuzzed.requireSound(new QifFormat(), bytes);
    }
}
