package dev.recon.formats.swift;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.recon.formats.bank.Fuzzed;
import java.io.IOException;

class FinFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Fuzzed.requireSound(new FinFormat(), bytes);
    }
}
