package dev.recon.formats;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Problem;
import dev.recon.formats.Opened.Refused;
import dev.recon.formats.Opened.Text;
import dev.recon.formats.format.Deadline;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GzipTest {
    private static final String LINES = "reference,amount\nA-1,10.00\nA-2,20.00\n";

    @RegisterExtension private final TestDoor door = new TestDoor();

    @Test
    void gzipIsUnpackedAndRemovedOnClosing() throws IOException {
        Path file = door.file(TestDoor.gzip(LINES.getBytes(UTF_8)));

        try (Text text = door.text(file)) {
            assertThat(text.path()).hasParent(door.temporary()).hasContent(LINES);
            assertThat(text.name()).isEqualTo("given.csv");
        }
        assertThat(file).exists();
    }

    @Test
    void everyMemberOfAGzipFileIsUnpacked() throws IOException {
        byte[] first = TestDoor.gzip("a,b\n".getBytes(UTF_8));
        byte[] second = TestDoor.gzip("1,2\n".getBytes(UTF_8));

        try (Text text = door.text(door.file(TestDoor.join(first, second)))) {
            assertThat(text.path()).hasContent("a,b\n1,2\n");
        }
    }

    @Test
    void aGzipFileThatBreaksOffIsRefused() throws IOException {
        byte[] packed = TestDoor.gzip(randomText(100_000));

        Problem problem = door.refused(door.file(Arrays.copyOf(packed, packed.length / 2)));

        assertThat(problem.found()).contains("damaged", "breaks off");
    }

    @Test
    void aGzipFileWithOneWrongByteIsRefused() throws IOException {
        byte[] packed = TestDoor.gzip(randomText(100_000));
        packed[packed.length - 6] ^= 1; // its checksum

        assertThat(door.refused(door.file(packed)).found()).contains("damaged");
    }

    @Test
    void bytesBehindAGzipFileAreNotDropped() throws IOException {
        byte[] packed =
                TestDoor.join(TestDoor.gzip(LINES.getBytes(UTF_8)), "A-3,30.00\n".getBytes(UTF_8));

        assertThat(door.refused(door.file(packed)).found()).contains("bytes behind its end");
    }

    @Test
    void aGzipFileUnpacksToNoMoreThanTheLimit() throws IOException {
        Path file = door.file(TestDoor.gzip(new byte[1_000_000]));

        Opened opened =
                Formats.open(
                        new Delivery(
                                file,
                                "bomb.gz",
                                new Limits(999_999, door.temporary()),
                                Choices.NONE));

        assertThat(opened).isInstanceOf(Refused.class);
        assertThat(((Refused) opened).problem().found()).contains("more than 999999 bytes");
    }

    @Test
    void aGzipFileUnpacksToNoMoreThanAHundredTimesItsSize() throws IOException {
        Problem problem = door.refused(door.file(TestDoor.gzip(new byte[20 << 20])));

        assertThat(problem.found()).contains("more than 100 times its own size");
        assertThat(problem.mend()).contains("unpack it");
    }

    @Test
    void whatTakesTooLongIsRefused() throws IOException {
        byte[] json = "[{\"a\": 1}, {\"a\": 2}]".getBytes(UTF_8);
        for (byte[] bytes : List.of(TestDoor.gzip(LINES.getBytes(UTF_8)), json)) {
            Limits over = new Limits(1 << 20, door.temporary(), Deadline.in(Duration.ZERO));
            Limits enough = new Limits(1 << 20, door.temporary(), Deadline.in(Duration.ofHours(1)));
            Path file = door.file(bytes);

            Opened late = Formats.open(new Delivery(file, "slow", over, Choices.NONE));
            Opened inTime = Formats.open(new Delivery(file, "quick", enough, Choices.NONE));

            assertThat(late).isInstanceOf(Refused.class);
            assertThat(((Refused) late).problem().found()).contains("takes longer than 0 s");
            assertThat(inTime).isInstanceOf(Text.class);
            ((Text) inTime).close();
        }
    }

    @Test
    void gzipInsideGzipIsRefused() throws IOException {
        assertThat(
                        door.refused(door.file(TestDoor.gzip(TestDoor.gzip(LINES.getBytes(UTF_8)))))
                                .found())
                .isEqualTo("a gzip file inside a gzip file");
    }

    private static byte[] randomText(int length) {
        return new Random(7)
                .ints(length, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .getBytes(UTF_16LE);
    }
}
