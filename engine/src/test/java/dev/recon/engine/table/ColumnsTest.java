package dev.recon.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Bitmaps, lines and columns against the plainest thing that does the same.
class ColumnsTest {
    @Test
    void aBitmapIsABitSet() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int rows = random.nextInt(200);
            Bitmap bitmap = new Bitmap(rows);
            BitSet plain = new BitSet();
            for (int step = 0; step < rows * 2; step++) {
                int row = random.nextInt(rows);
                if (random.nextInt(3) == 0) {
                    bitmap.clear(row);
                    plain.clear(row);
                } else {
                    bitmap.set(row);
                    plain.set(row);
                }
            }
            assertThat(bitmap.count()).isEqualTo(plain.cardinality());
            assertThat(bitmap.rows()).isEqualTo(rows);
            for (int row = 0; row < rows; row++) {
                assertThat(bitmap.get(row)).isEqualTo(plain.get(row));
            }
        }
    }

    @Test
    void linesRowsAndPositionsAreInverseToEachOther() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Integer> rejected = new ArrayList<>();
            List<Integer> kept = new ArrayList<>();
            int records = random.nextInt(60);
            for (int line = 1; line <= records; line++) {
                (random.nextInt(1 + seed % 5) == 0 ? kept : rejected).add(line);
            }
            Lines lines = lines(random, kept.size(), rejected);
            for (int row = 0; row < kept.size(); row++) {
                assertThat(lines.line(row)).as("seed %s", seed).isEqualTo(kept.get(row));
                assertThat(lines.row(kept.get(row))).as("seed %s", seed).isEqualTo(row);
                assertThat(lines.position(row)).as("seed %s", seed).isEqualTo(10L * row + 5);
            }
            rejected.forEach(line -> assertThat(lines.row(line)).isEqualTo(-1));
            assertThat(lines.row(0)).isEqualTo(-1);
            assertThat(lines.row(records + 1)).isEqualTo(-1);
        }
    }

    /// Rows at 5, 15, 25 and so on, in stretches of which some are empty.
    private static Lines lines(Random random, int rows, List<Integer> rejected) {
        List<Integer> firsts = new ArrayList<>(List.of(0));
        for (int row = 0; row < rows; row++) {
            for (int stretch = random.nextInt(4); stretch > 1; stretch--) {
                firsts.add(row);
            }
        }
        long[] starts = firsts.stream().mapToLong(first -> 10L * first + 2).toArray();
        int[] offsets = new int[rows];
        int stretch = 0;
        for (int row = 0; row < rows; row++) {
            while (stretch + 1 < firsts.size() && firsts.get(stretch + 1) <= row) {
                stretch++;
            }
            offsets[row] = (int) (10L * row + 5 - starts[stretch]);
        }
        int[] firstRows = firsts.stream().mapToInt(Integer::intValue).toArray();
        int[] without = rejected.stream().mapToInt(Integer::intValue).toArray();
        return new Lines(offsets, firstRows, starts, without);
    }

    @Test
    void textsAreTheSameOnlyByteForByte() {
        TextColumn texts = texts("ab", "", "c", "ab");
        assertThat(texts.text(0)).isEqualTo("ab");
        assertThat(texts.text(1)).isEmpty();
        assertThat(texts.text(2)).isEqualTo("c");
        assertThat(texts.isPresent(1)).isFalse();
        assertThat(texts.isSame(0, texts, 3)).isTrue();
        assertThat(texts.isSame(0, texts, 2)).isFalse();
        assertThat(texts.isSame(1, texts, 1)).isFalse();
        byte[] arena = "xy".getBytes(StandardCharsets.US_ASCII);
        TextColumn colliding = new TextColumn(new long[] {7, 7}, new int[] {1, 2}, arena);
        assertThat(colliding.isSame(0, colliding, 1)).isFalse();
    }

    @Test
    void anAbsentDateIsTheSameAsNothing() {
        DateColumn dates = new DateColumn(new int[] {5, DateColumn.ABSENT, 5});
        assertThat(dates.isSame(0, dates, 2)).isTrue();
        assertThat(dates.isSame(1, dates, 1)).isFalse();
        assertThat(dates.hash(1)).isZero();
        assertThat(dates.isPresent(1)).isFalse();
    }

    private static TextColumn texts(String... values) {
        long[] hashes = new long[values.length];
        int[] ends = new int[values.length];
        StringBuilder arena = new StringBuilder();
        for (int row = 0; row < values.length; row++) {
            byte[] bytes = values[row].getBytes(StandardCharsets.US_ASCII);
            hashes[row] = bytes.length == 0 ? 0 : Hash.of(bytes, 0, bytes.length);
            arena.append(values[row]);
            ends[row] = arena.length();
        }
        return new TextColumn(hashes, ends, arena.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /// Texts of every length around the eight bytes that are compared at once, each with one byte
    /// changed at each place.
    @Test
    void textsAgreeWhenEveryByteDoes() {
        for (int length = 0; length <= 25; length++) {
            byte[] text = new byte[length];
            new Random(length).nextBytes(text);
            List<byte[]> rows = new ArrayList<>(List.of(text));
            for (int at = 0; at < length; at++) {
                byte[] other = text.clone();
                other[at]++;
                rows.add(other);
            }
            TextColumn ours = texts(rows);
            TextColumn theirs = texts(rows.reversed());
            int last = rows.size() - 1;
            for (int row = 0; row <= last; row++) {
                for (int other = 0; other <= last; other++) {
                    assertThat(ours.isSameText(row, theirs, other))
                            .as("length %s, rows %s and %s", length, row, last - other)
                            .isEqualTo(row == last - other);
                }
            }
            byte[] longer = Arrays.copyOf(text, length + 1);
            assertThat(ours.isSameText(0, texts(List.of(longer)), 0)).isFalse();
        }
    }

    private static TextColumn texts(List<byte[]> rows) {
        ByteArrayOutputStream arena = new ByteArrayOutputStream();
        int[] ends = new int[rows.size()];
        for (int row = 0; row < ends.length; row++) {
            arena.writeBytes(rows.get(row));
            ends[row] = arena.size();
        }
        return new TextColumn(new long[ends.length], ends, arena.toByteArray());
    }
}
