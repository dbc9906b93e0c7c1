package dev.recon.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import dev.recon.formats.Opened.Refused;
import dev.recon.formats.Opened.Text;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every sample of `golden/` opens to what stands beside it as `.expected`: the table, what it
/// proves, and what a person is told; or why it is refused. `-Dgolden.write=true` writes them anew,
/// for a person to read through.
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String EXPECTED = ".expected";

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> everySampleOpensToWhatIsExpected() throws IOException {
        var door = new TestDoor(folder);
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(door, file)));
        }
    }

    private static void check(TestDoor door, Path sample) throws IOException {
        String opened = describe(door.open(sample, Choices.NONE));
        Path expected = sample.resolveSibling(sample.getFileName() + EXPECTED);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, opened);
        }
        assertThat(opened).isEqualTo(Files.readString(expected));
        door.requireNothingTemporary();
    }

    private static String describe(Opened opened) throws IOException {
        return switch (opened) {
            case Refused(var problem, _) -> "refused\n" + problem.sentence() + "\n";
            case Text text -> {
                try (text) {
                    yield Files.readString(text.path()) + describe(text.origin());
                }
            }
        };
    }

    private static String describe(Origin origin) {
        if (origin.isText()) {
            return "plain text\n";
        }
        Stream<String> proofs = origin.proofs().stream().map(GoldenTest::describe);
        Stream<String> notes = origin.notes().stream().map(note -> "note: " + note);
        return Stream.concat(
                        Stream.of("", origin.format() + ", " + origin.entries() + " entries"),
                        Stream.concat(proofs, notes))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String describe(DoorProof proof) {
        return proof.figures().stream()
                .map(figure -> figure.name() + " " + figure.value())
                .collect(
                        Collectors.joining(
                                ", ",
                                "proof: " + proof.subject() + ": " + proof.claim() + ": ",
                                ""));
    }
}
