package dev.recon.formats.bai2;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.recon.formats.bank.Fuzzed;
import java.io.IOException;

class Bai2FuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Fuzzed.requireSound(new Bai2Format(), bytes);
    }
}
