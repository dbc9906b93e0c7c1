package dev.recon.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which names a pattern means.
class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "*, anything.csv, true",
        "*.csv, a.csv, true",
        "*.csv, a.csv.gz, false",
        "bank_????.csv, bank_2026.csv, true",
        "bank_????.csv, bank_202.csv, false",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-c-b, false",
        "[a].csv, a.csv, false",
        "[a].csv, [a].csv, true"
    })
    void starsAndQuestionMarksAreAllThereIs(String pattern, String name, boolean fits) {
        assertThat(new NamePattern(pattern).fits(name)).isEqualTo(fits);
    }

    @Test
    void aHostilePatternEndsSoon() {
        NamePattern hostile = new NamePattern("*a".repeat(100) + "b");

        assertThat(hostile.fits("a".repeat(255))).isFalse();
    }
}
