package dev.recon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final List<String> FILES = List.of("ledger.csv", "bank.csv", "truth.csv");

    @TempDir Path folder;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedDoesNot() throws IOException {
        for (String run : List.of("a", "b")) {
            Generator.generate(folder.resolve(run), 3_000, 7);
        }
        Generator.generate(folder.resolve("c"), 3_000, 8);
        for (String file : FILES) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
            assertThat(Files.readString(folder.resolve("a").resolve(file)))
                    .isNotEqualTo(Files.readString(folder.resolve("c").resolve(file)));
        }
    }

    @Test
    void everyEntryIsInExactlyOneGroupAndEveryKindIsThere() throws IOException {
        Generator.generate(folder, 5_000, 1);
        Truth truth = Truth.read(folder.resolve("truth.csv"));
        assertThat(truth.leftIds()).doesNotHaveDuplicates();
        assertThat(truth.rightIds()).doesNotHaveDuplicates();
        assertThat(Ids.read(folder.resolve("ledger.csv"), truth.leftIds()).lines())
                .containsOnlyKeys(truth.leftIds());
        assertThat(Ids.read(folder.resolve("bank.csv"), truth.rightIds()).lines())
                .containsOnlyKeys(truth.rightIds());
        assertThat(truth.groups().stream().map(Truth.Group::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Planted.values()).map(kind -> kind.word).toList());
    }
}
