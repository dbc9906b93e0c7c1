package dev.recon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.recon.engine.rules.Pass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Likely matches from end to end, without rules: what is found, and how sure the engine says it
/// is.
class LookalikesTest {
    private static final int ROWS = 3_000;

    @TempDir Path folder;

    @Test
    void paymentsAreFoundAndTheConfidenceCanBeBelieved() throws IOException {
        Lookalikes.payments(folder, ROWS, 3);
        Trial.Result result = trial(folder).run(Optional.empty(), 2);
        assertThat(result.rules().passes()).hasAtLeastOneElementOfType(Pass.Probable.class);
        assertThat(result.accuracy().f1()).isGreaterThan(0.98);
        assertThat(result.accuracy().coverage()).isGreaterThan(0.93);
        assertThat(result.accuracy().matchedPrecision()).isGreaterThan(0.99);
        assertThat(result.accuracy().calibrationError()).isLessThan(0.02);
    }

    @Test
    void peopleAreFoundInTablesWithoutMoneyOrReference() throws IOException {
        Lookalikes.people(folder, ROWS, 3);
        Trial.Result result = trial(folder).run(Optional.empty(), 2);
        assertThat(result.accuracy().f1()).isGreaterThan(0.98);
        assertThat(result.accuracy().matchedPrecision()).isGreaterThan(0.99);
        assertThat(result.accuracy().calibrationError()).isLessThan(0.02);
    }

    @Test
    void moreEntriesWithoutPartnerDoNotMakeItSurerThanItIs() throws IOException {
        Lookalikes.payments(folder, 2 * ROWS, 4);
        Trial thinned = trial(folder).thinned(30, folder.resolve("thinned"));
        Accuracy accuracy = thinned.run(Optional.empty(), 2).accuracy();
        assertThat(accuracy.f1()).isGreaterThan(0.95);
        assertThat(accuracy.matchedPrecision()).isGreaterThan(0.985);
        assertThat(accuracy.calibrationError()).isLessThan(0.03);
    }

    @Test
    void threadsAndTheOrderOfLinesDoNotMatter() throws IOException {
        Lookalikes.people(folder, ROWS, 5);
        Accuracy one = trial(folder).run(Optional.empty(), 1).accuracy();
        shuffle(folder.resolve("left.csv"));
        shuffle(folder.resolve("right.csv"));
        Accuracy other = trial(folder).run(Optional.empty(), 3).accuracy();
        assertThat(other.pairs()).containsExactlyInAnyOrderElementsOf(one.pairs());
    }

    @ParameterizedTest
    @CsvSource({
        "payments, origin.csv, destination.csv, 0.99",
        "people, left.csv, right.csv, 0.995",
        "papers, left.csv, right.csv, 0.98"
    })
    void realDataIsFound(String name, String left, String right, double f1) throws IOException {
        Optional<Path> data = Shared.data(name);
        assumeThat(data).as("skipped: there is no shared folder with the real data").isPresent();
        Path files = data.orElseThrow();
        Trial trial =
                new Trial(
                        name,
                        files.resolve(left),
                        files.resolve(right),
                        files.resolve("truth.csv"));
        Accuracy accuracy = trial.run(Optional.empty(), 2).accuracy();
        assertThat(accuracy.f1()).isGreaterThan(f1);
        assertThat(accuracy.coverage()).isGreaterThan(0.95);
        assertThat(accuracy.matchedPrecision()).isGreaterThan(0.99);
        assertThat(accuracy.calibrationError()).isLessThan(0.02);
    }

    private static Trial trial(Path folder) {
        return new Trial(
                "generated",
                folder.resolve("left.csv"),
                folder.resolve("right.csv"),
                folder.resolve("truth.csv"));
    }

    private static void shuffle(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String header = lines.removeFirst();
        Collections.shuffle(lines, new Random(1));
        lines.addFirst(header);
        Files.write(file, lines);
    }
}
