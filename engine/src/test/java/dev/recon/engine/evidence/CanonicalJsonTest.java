package dev.recon.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    /// RFC 8785: names sorted, nothing escaped that need not be, no blanks.
    @Test
    void jsonHasOneSpelling() {
        Map<String, Object> object =
                Map.of("b", List.of(1, true, "é\n\"\u0001"), "a", Map.of("z", -2L, "y", ""));

        assertThat(CanonicalJson.of(object))
                .isEqualTo("{\"a\":{\"y\":\"\",\"z\":-2},\"b\":[1,true,\"é\\n\\\"\\u0001\"]}");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, Object> object =
                Map.of("b", List.of(1L, true, "é\n\"\u0001/"), "a", Map.of("z", -2L, "y", ""));

        assertThat(JsonText.object(" " + CanonicalJson.of(object) + "\n")).isEqualTo(object);
    }
}
