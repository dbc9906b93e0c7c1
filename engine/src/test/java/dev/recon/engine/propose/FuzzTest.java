package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.propose.LedgerAndBank.Trait;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.CsvReader;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.read.ReadResult;
import dev.recon.engine.rules.Needs;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the bytes are, two files are read, or a person is told what is wrong with them.
class FuzzTest {
    private static final int ROUNDS = Seeds.share(60);

    /// A hang would be minutes, a round takes milliseconds.
    private static final Duration NEVER = Duration.ofMinutes(2);

    private static final byte[][] PIECES = {
        {'"'},
        {'"', '"'},
        {'\n'},
        {'\r', '\n'},
        {'\r'},
        {','},
        {';'},
        {'\t'},
        {0},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {(byte) 0xC3},
        {(byte) 0xF0, (byte) 0x9F, (byte) 0x98, (byte) 0x80},
        "99999999999999999999".getBytes(StandardCharsets.US_ASCII),
        "-0.000000000000000001".getBytes(StandardCharsets.US_ASCII),
        "29/02/2023".getBytes(StandardCharsets.US_ASCII),
        "ﷺﷺﷺ".getBytes(StandardCharsets.UTF_8)
    };

    @TempDir private Path folder;

    @Test
    void noBytesBringMoreThanAProblem() {
        int read = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            int of = seed;
            read += Assertions.assertTimeoutPreemptively(NEVER, () -> round(of)) ? 1 : 0;
        }
        assertThat(read).as("rounds that were read to the end").isBetween(ROUNDS / 10, ROUNDS);
    }

    /// Was the pair of files read to the end?
    private boolean round(int seed) {
        Random random = new Random(seed);
        Trait[] traits = Trait.values();
        LedgerAndBank files =
                LedgerAndBank.of(seed, EnumSet.of(traits[random.nextInt(traits.length)]));
        byte[] left = bytes(files.left(), random);
        byte[] right = bytes(files.right(), random);
        try (Bytes ours = utf8("left.csv", left);
                Bytes theirs = utf8("right.csv", right)) {
            Proposal proposal =
                    Proposer.propose(
                            Inspection.of(ours, StandardCharsets.UTF_8),
                            Inspection.of(theirs, StandardCharsets.UTF_8),
                            Map.of());
            assertWhole(read(ours, proposal.rules(), Side.LEFT));
            assertWhole(read(theirs, proposal.rules(), Side.RIGHT));
            return true;
        } catch (InputProblem problem) {
            assertThat(problem.problem().where()).as("seed %s", seed).isNotBlank();
            assertThat(problem.problem().mend()).as("seed %s", seed).isNotBlank();
            return false;
        }
    }

    private static ReadResult read(Bytes file, RuleSet rules, Side side) {
        return new CsvReader(file, rules.layout(side), Needs.of(rules, side), rules.decimals())
                .read(2, "read", Progress.NONE);
    }

    private static void assertWhole(ReadResult read) {
        assertThat(read.table().rows() + read.rejected().size()).isEqualTo(read.records());
    }

    private Bytes utf8(String name, byte[] bytes) {
        ArrayBytes file = new ArrayBytes(name, bytes);
        Charset encoding = Encodings.detect(file);
        return Encodings.toUtf8(file, encoding, folder);
    }

    /// The text in some encoding, with pieces cut, copied, changed and put in.
    private static byte[] bytes(String text, Random random) {
        Charset[] encodings = {
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            Encodings.WESTERN,
            StandardCharsets.UTF_16LE
        };
        byte[] bytes = text.getBytes(encodings[random.nextInt(encodings.length)]);
        for (int count = random.nextInt(6); count > 0; count--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(random.nextBoolean() ? 8 : 4_000));
        return switch (random.nextInt(5)) {
            case 0 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 1 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            case 2 -> {
                byte[] piece = PIECES[random.nextInt(PIECES.length)];
                byte[] start = joined(Arrays.copyOf(bytes, at), piece);
                yield joined(start, Arrays.copyOfRange(bytes, at, bytes.length));
            }
            case 3 -> {
                byte[] copy = bytes.clone();
                for (int place = at; place < to; place++) {
                    copy[place] = (byte) random.nextInt(256);
                }
                yield copy;
            }
            default -> Arrays.copyOf(bytes, random.nextInt(4) == 0 ? at : bytes.length);
        };
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
