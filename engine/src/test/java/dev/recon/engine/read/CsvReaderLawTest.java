package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every file.
class CsvReaderLawTest {
    @Test
    void theResultDoesNotDependOnWhereStretchesBeginOrOnThreads() {
        for (int seed = 0; seed < Seeds.share(100); seed++) {
            Random random = new Random(seed);
            RandomCsv csv = RandomCsv.of(random);
            CsvReader reader = Reads.reader(broken(csv, random), csv.dialect());
            List<String> whole = Reads.print(reader.read(1, "read", Progress.NONE));
            for (int bytes : new int[] {1, 5, 1 + random.nextInt(40), 1 + random.nextInt(300)}) {
                int threads = 1 + random.nextInt(8);
                ReadResult read = reader.withStretches(bytes).read(threads, "read", Progress.NONE);
                assertThat(Reads.print(read))
                        .as("seed %s, stretches of %s bytes, %s threads", seed, bytes, threads)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void everyRecordIsAnEntryOrARejectedLineInTheOrderOfTheFile() {
        for (int seed = 0; seed < Seeds.share(400); seed++) {
            Random random = new Random(seed);
            RandomCsv csv = RandomCsv.of(random);
            ReadResult read =
                    Reads.reader(broken(csv, random), csv.dialect())
                            .withStretches(40)
                            .read(2, "read", Progress.NONE);
            Lines lines = read.table().lines();
            int[] rejected = read.rejected().stream().mapToInt(RejectedLine::line).toArray();
            assertThat(rejected).as("seed %s", seed).isSorted().doesNotHaveDuplicates();
            for (int line = 1; line <= read.records(); line++) {
                int row = lines.row(line);
                boolean isRejected = Arrays.binarySearch(rejected, line) >= 0;
                assertThat(row >= 0).as("seed %s, line %s", seed, line).isNotEqualTo(isRejected);
                if (row >= 0) {
                    assertThat(lines.line(row)).as("seed %s", seed).isEqualTo(line);
                }
            }
            assertThat(lines.row(0)).isEqualTo(-1);
            assertThat(lines.row(read.records() + 1)).isEqualTo(-1);
        }
    }

    @Test
    void theRawLineOfARowIsWhatStandsAtItsPosition() {
        for (int seed = 0; seed < Seeds.share(250); seed++) {
            RandomCsv csv = RandomCsv.of(new Random(seed));
            ArrayBytes file = new ArrayBytes("random.csv", csv.bytes());
            ReadResult read =
                    Reads.reader(file, csv.dialect())
                            .withStretches(25)
                            .read(1, "read", Progress.NONE);
            EntryReader entries = Reads.entries(file, csv.dialect(), read);
            Lines lines = read.table().lines();
            for (int row = 0; row < lines.rows(); row++) {
                Entry entry = entries.read(lines, row);
                byte[] raw = entry.raw().getBytes(StandardCharsets.UTF_8);
                assertThat(file.read(lines.position(row), raw.length)).isEqualTo(raw);
                byte[] behind = file.read(lines.position(row) + raw.length, 1);
                assertThat(new String(behind, StandardCharsets.UTF_8)).isIn("", "\n", "\r");
                assertThat(entry.line()).isEqualTo(lines.line(row));
                assertThat(entry.cells().sequencedKeySet()).containsExactlyElementsOf(csv.header());
            }
        }
    }

    /// The file, every other time with some bytes that are anything.
    private static ArrayBytes broken(RandomCsv csv, Random random) {
        byte[] bytes = csv.bytes();
        int from = csv.text().indexOf('\n') + 4;
        if (random.nextBoolean() && from < bytes.length) {
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
            }
        }
        return new ArrayBytes("random.csv", bytes);
    }
}
