package dev.recon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashesTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 262_143, 262_144, 262_145, 9_000_000})
    void theLibraryAndJavaMakeTheSameDigest(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = Files.write(folder.resolve("bytes"), bytes);

        assertThat(Hashes.of("name", file))
                .isEqualTo(Hashes.byJava("name", file))
                .isEqualTo(Hashes.byLibrary("name", file))
                .isEqualTo(Hashes.of("name", bytes));
    }
}
