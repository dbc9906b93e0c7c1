package dev.recon.formats.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.recon.engine.transform.Extraction;

/// What must hold of any pattern of a transform: it is refused with a reason, or it finds a part of
/// any text, the same one each time.
class PatternFuzzTest {
    /// A pattern, and a text for it behind the first line break.
    @FuzzTest(maxDuration = "10m")
    void anyPattern(FuzzedDataProvider given) {
        String[] parts = given.consumeRemainingAsString().split("\n", 2);
        String text = parts.length == 1 ? "Invoice INV-12345 of January" : parts[1];
        try {
            Extraction extraction = Extraction.of(parts[0]);
            String found = extraction.find(text);
            assertThat(text).contains(found);
            assertThat(extraction.find(text)).isEqualTo(found);
            assertThat(extraction.regex()).isEqualTo(parts[0]);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
