package dev.recon.formats.nacha;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.recon.formats.bank.Fuzzed;
import java.io.IOException;

class NachaFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Fuzzed.requireSound(new NachaFormat(), bytes);
    }
}
