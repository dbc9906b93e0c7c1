package dev.recon.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.tidy.Measure.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The reader comes first: nothing is longer than a reader bears.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TidyTest {
    /// What may be larger, and why; `count` only ever goes down.
    private static final List<Allowed> ALLOWED =
            List.of(
                    bytesToBytes("write", 6),
                    bytesToBytes("exact", 5),
                    bytesToBytes("code", 5),
                    bytesToBytes("words", 5),
                    bytesToBytes("unicode", 6),
                    new Allowed(
                            new Measure(
                                    "engine/src/main/java/dev/recon/engine/table/Words.java",
                                    Rule.PARAMETERS,
                                    "isSame",
                                    5),
                            "two stretches of bytes, without an object a cell"),
                    new Allowed(
                            new Measure(
                                    "server/src/main/java/dev/recon/server/web/KeptGate.java",
                                    Rule.PARAMETERS,
                                    "beforeBodyWrite",
                                    6),
                            "the framework calls it with these"));

    /// A stretch of one array goes to a place of another, once a cell: an object for either would
    /// be made as often.
    private static Allowed bytesToBytes(String function, int parameters) {
        String file = "engine/src/main/java/dev/recon/engine/read/NormalText.java";
        return new Allowed(
                new Measure(file, Rule.PARAMETERS, function, parameters),
                "bytes to bytes, without an object a cell");
    }

    private record Allowed(Measure largest, String reason) {
        boolean holds(Measure measure) {
            return measure.file().equals(largest.file())
                    && measure.rule() == largest.rule()
                    && measure.place().equals(largest.place());
        }
    }

    private List<Measure> measures = List.of();

    @BeforeAll
    void measure() throws IOException {
        measures = measures(Sources.here());
    }

    @Test
    void theSourcesAreFound() {
        assertThat(measures)
                .anyMatch(measure -> measure.file().endsWith("/tidy/TidyTest.java"))
                .anyMatch(measure -> measure.file().startsWith("engine/src/main/"));
    }

    @Test
    void nothingIsLargerThanAReaderBears() {
        assertThat(measures)
                .filteredOn(Measure::isTooMuch)
                .filteredOn(measure ->
                        ALLOWED.stream()
                                .noneMatch(allowed ->
                                        allowed.holds(measure)
                                                && measure.count() <= allowed.largest.count()))
                .isEmpty();
    }

    @Test
    void whatIsAllowedOnlyGoesDown() {
        assertThat(ALLOWED)
                .allSatisfy(allowed ->
                        assertThat(measures).as(allowed.reason).contains(allowed.largest));
    }

    @Test
    void whatIsTooLargeIsSeen(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("TotalsHelper.java"),
                """
                class TotalsHelper {
                    // %s
                    void add(int a, int b, int c, int d, int e) {
                %s    }
                %s}
                """
                        .formatted("x".repeat(100), "\n".repeat(39), "\n".repeat(260)));
        Files.writeString(folder.resolve("page.tsx"), "\n".repeat(301));

        assertThat(measures(new Sources(folder)))
                .filteredOn(Measure::isTooMuch)
                .containsExactlyInAnyOrder(
                        new Measure("TotalsHelper.java", Rule.FILE_LINES, "", 304),
                        new Measure("TotalsHelper.java", Rule.LINE_LENGTH, "line 2", 107),
                        new Measure("TotalsHelper.java", Rule.FUNCTION_LINES, "add", 41),
                        new Measure("TotalsHelper.java", Rule.PARAMETERS, "add", 5),
                        new Measure("TotalsHelper.java", Rule.EMPTY_WORDS, "TotalsHelper", 1),
                        new Measure("page.tsx", Rule.FILE_LINES, "", 301));
    }

    private static List<Measure> measures(Sources sources) throws IOException {
        List<Measure> measures = new ArrayList<>();
        List<Path> java = new ArrayList<>();
        for (Path source : sources.list()) {
            measures.addAll(LineRules.of(sources.name(source), Files.readAllLines(source)));
            if (source.toString().endsWith(".java")) {
                java.add(source);
            }
        }
        measures.addAll(JavaRules.of(java, sources::name));
        return measures;
    }
}
