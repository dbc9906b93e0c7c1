package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of columns that look like values.
class HeaderTest {
    private static Inspection inspect(String text) {
        return Inspection.of(ArrayBytes.of("test.csv", text), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID,2024,2025", "ID,2025,2024,2023", "CLP01,CLP03", "Account,Q1,Q2"})
    void namesMayBeYearsOrHaveNumbersInThem(String header) {
        String[] names = header.split(",", -1);
        String rows =
                IntStream.range(0, 20)
                        .mapToObj(n ->
                                "K-" + (30 + n) + ("," + n * 7 + ".50").repeat(names.length - 1))
                        .collect(Collectors.joining("\n", "\n", "\n"));
        assertThat(inspect(header + rows).header().columns()).containsExactly(names);
    }

    @Test
    void aLineOfDataMayHaveAYear() {
        Inspection found = inspect("Ann,2024,7.50\nBen,2023,8.50\nCleo,2024,9.50\n");
        assertThat(found.dialect().header()).isFalse();
    }
}
