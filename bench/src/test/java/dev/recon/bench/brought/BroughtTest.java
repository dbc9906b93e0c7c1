package dev.recon.bench.brought;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No domain falls below what it reaches; another seed may say that a figure was luck.
class BroughtTest {
    /// What a domain reaches at least, and what may be wrong in it at most.
    record Floor(
            String domain, int matched, int wrong, int wrongSuggested, int differences, int told) {
        static Floor of(CsvRecord line) {
            int[] numbers = line.getFields().stream().skip(1).mapToInt(Integer::parseInt).toArray();
            return new Floor(
                    line.getField(0), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        }
    }

    static Stream<Floor> floors() throws IOException {
        return lines().stream().skip(1).map(Floor::of);
    }

    private static List<CsvRecord> lines() throws IOException {
        var file = Objects.requireNonNull(BroughtTest.class.getResourceAsStream("brought.csv"));
        try (var lines =
                CsvReader.builder()
                        .ofCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.stream().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("floors")
    void noDomainFallsBelowWhatItReaches(Floor floor) {
        Domain domain =
                Domains.ALL.stream()
                        .filter(one -> one.name().equals(floor.domain))
                        .findFirst()
                        .orElseThrow();
        Tally tally = Brought.tally(domain, Brought.SEED);
        assertThat(tally.matched()).as("matched").isGreaterThanOrEqualTo(floor.matched);
        assertThat(tally.wrong()).as("wrong").isLessThanOrEqualTo(floor.wrong);
        assertThat(tally.wrongSuggested())
                .as("suggested wrongly")
                .isLessThanOrEqualTo(floor.wrongSuggested);
        assertThat(tally.differences()).as("differences").isLessThanOrEqualTo(floor.differences);
        assertThat(tally.told()).as("totals told").isGreaterThanOrEqualTo(floor.told);
    }

    @Test
    void everyDomainHasItsFloor() throws IOException {
        assertThat(floors().map(Floor::domain))
                .containsExactlyElementsOf(Domains.ALL.stream().map(Domain::name).toList());
    }

    @Test
    void theSameSeedWritesTheSameFilesAndAnotherSeedOthers() {
        for (Domain domain : Domains.ALL) {
            Tally one = Brought.tally(domain, 7);
            assertThat(Brought.tally(domain, 7)).isEqualTo(one);
            assertThat(Brought.drop(domain, 8).left.text())
                    .isNotEqualTo(Brought.drop(domain, 7).left.text());
        }
    }
}
