package dev.recon.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.recon.engine.read.Choices;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Whatever bytes come to the door: they are text, unfold to a table, or are refused with a reason,
/// and nothing temporary stays.
class DoorFuzzTest {
    private static final long BYTES_MAX = 1 << 24;

    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("recon-fuzz");
        Path file = Files.write(folder.resolve("given"), bytes);
        try {
            var delivery = new Delivery(file, "given", new Limits(BYTES_MAX, folder), Choices.NONE);
            switch (Formats.open(delivery)) {
                case Opened.Text text -> text.close();
                case Opened.Refused(var problem, _) -> assertThat(problem.mend()).isNotBlank();
            }
        } finally {
            Files.delete(file);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).isEmpty();
            }
            Files.delete(folder);
        }
    }
}
