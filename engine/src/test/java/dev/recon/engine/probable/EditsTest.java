package dev.recon.engine.probable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {
    private static final int ROUNDS = 3_000;

    @ParameterizedTest
    @CsvSource({
        "SMITH, SMITH, 0",
        "SMITH, SMYTH, 1",
        "SMITH, SMIHT, 1",
        "SMITH, SMIT, 1",
        "SMITH, JONES, 5",
        "'', SMITH, 5",
        "SMITH, '', 5"
    })
    void countsInsertsDeletesReplacesAndSwaps(String one, String other, int edits) {
        assertThat(edits(new Edits(), bytes(one), bytes(other))).isEqualTo(edits);
    }

    @Test
    void agreesWithTheMatrixWhateverTheLengths() {
        Random random = new Random(1);
        Edits edits = new Edits();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] one = text(random, round % 3 == 0 ? 200 : 64);
            byte[] other = random.nextBoolean() ? changed(random, one) : text(random, 150);
            boolean swaps = one.length <= Long.SIZE;
            assertThat(edits(edits, one, other))
                    .as("%s and %s", Arrays.toString(one), Arrays.toString(other))
                    .isEqualTo(plain(one, other, swaps));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int edits(Edits edits, byte[] one, byte[] other) {
        edits.pattern(one, 0, one.length);
        return edits.to(other, 0, other.length);
    }

    private static byte[] text(Random random, int lengthMax) {
        byte[] text = new byte[random.nextInt(lengthMax + 1)];
        for (int at = 0; at < text.length; at++) {
            text[at] = (byte) ('A' + random.nextInt(4));
        }
        return text;
    }

    private static byte[] changed(Random random, byte[] text) {
        byte[] changed = text.clone();
        for (int change = random.nextInt(4); change > 0 && changed.length > 1; change--) {
            int at = random.nextInt(changed.length - 1);
            byte swapped = changed[at];
            changed[at] = changed[at + 1];
            changed[at + 1] = random.nextBoolean() ? swapped : (byte) 'Z';
        }
        return changed;
    }

    /// The matrix as in a text book: Levenshtein, with swaps of neighbours that are not edited
    /// again.
    private static int plain(byte[] one, byte[] other, boolean swaps) {
        int[][] edits = new int[one.length + 1][other.length + 1];
        for (int row = 0; row <= one.length; row++) {
            for (int column = 0; column <= other.length; column++) {
                if (row == 0 || column == 0) {
                    edits[row][column] = row + column;
                    continue;
                }
                int same = one[row - 1] == other[column - 1] ? 0 : 1;
                int least =
                        Math.min(
                                Math.min(edits[row - 1][column], edits[row][column - 1]) + 1,
                                edits[row - 1][column - 1] + same);
                if (swaps
                        && row > 1
                        && column > 1
                        && one[row - 1] == other[column - 2]
                        && one[row - 2] == other[column - 1]) {
                    least = Math.min(least, edits[row - 2][column - 2] + 1);
                }
                edits[row][column] = least;
            }
        }
        return edits[one.length][other.length];
    }
}
