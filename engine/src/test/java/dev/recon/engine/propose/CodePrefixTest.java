package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Differential: a prefix of letters is cut off as the pattern would, which a rule set keeps.
class CodePrefixTest {
    private static final List<String> CODES =
            List.of(
                    "",
                    "INV-",
                    "INV-1",
                    "INV-0012",
                    "INV-12a",
                    "INV-1 ",
                    " INV-1",
                    "inv-1",
                    "12",
                    "INV-INV-1",
                    "INV-1\n",
                    "INV-\n1",
                    "0x",
                    "0xFF12",
                    "0x12",
                    "x12",
                    "INV-١٢",
                    "INV- 7 ",
                    "\t",
                    "№ 5",
                    "№ ");

    @ParameterizedTest
    @ValueSource(strings = {"INV-", "0x", "№ ", "(A.", "$"})
    void itIsCutOffAsThePatternWould(String prefix) {
        for (CodePrefix cut : List.of(CodePrefix.of(prefix), CodePrefix.mixed(prefix))) {
            for (String code : CODES) {
                assertThat(cut.find(code)).as(code).isEqualTo(cut.number().find(code));
                assertThat(cut.find(prefix + code))
                        .as(prefix + code)
                        .isEqualTo(cut.number().find(prefix + code));
            }
        }
    }
}
