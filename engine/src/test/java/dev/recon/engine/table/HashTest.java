package dev.recon.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The hash tells keys apart, and every bit of a key moves half of its bits.
class HashTest {
    private static final int KEYS = 1_000_000;
    private static final int TRIALS = 300;

    @ParameterizedTest
    @ValueSource(strings = {"", "INV", "2026-000-", "payment of order no "})
    void aMillionShortKeysDoNotCollide(String start) {
        assertNoCollisions(n -> {
            byte[] key = (start + n).getBytes(StandardCharsets.US_ASCII);
            return Hash.of(key, 0, key.length);
        });
    }

    @Test
    void aMillionNumbersDoNotCollide() {
        assertNoCollisions(n -> Hash.of((long) n));
        assertNoCollisions(n -> Hash.of(-100L * n));
        assertNoCollisions(n -> Hash.of((long) n << 40));
        assertNoCollisions(n -> Hash.pair(Hash.of(n % 1000), Hash.of(n / 1000)));
    }

    @Test
    void aPairIsOrdered() {
        assertThat(Hash.pair(1, 2)).isNotEqualTo(Hash.pair(2, 1));
    }

    @Test
    void noValueHashesToNothing() {
        assertThat(Hash.of(new byte[0], 0, 0)).isNotZero();
        for (long value = -100_000; value < 100_000; value++) {
            assertThat(Hash.of(value)).isNotZero();
        }
    }

    @Test
    void theHashOfBytesDoesNotDependOnWhereTheyStand() {
        byte[] bytes = "..reference-12345..".getBytes(StandardCharsets.US_ASCII);
        byte[] alone = "reference-12345".getBytes(StandardCharsets.US_ASCII);
        assertThat(Hash.of(bytes, 2, alone.length)).isEqualTo(Hash.of(alone, 0, alone.length));
    }

    @Test
    void zerosAtTheEndCount() {
        long[] hashes = new long[64];
        for (int length = 0; length < hashes.length; length++) {
            hashes[length] = Hash.of(new byte[hashes.length], 0, length);
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 8, 12, 16, 23})
    void everyBitOfAKeyMovesHalfOfTheHash(int length) {
        Random random = new Random(length);
        for (int bit = 0; bit < length * 8; bit++) {
            long moved = 0;
            for (int trial = 0; trial < TRIALS; trial++) {
                byte[] key = new byte[length];
                random.nextBytes(key);
                long before = Hash.of(key, 0, length);
                key[bit / 8] ^= (byte) (1 << bit % 8);
                moved += Long.bitCount(before ^ Hash.of(key, 0, length));
            }
            assertThat((double) moved / TRIALS).as("bit %s", bit).isBetween(28.0, 36.0);
        }
    }

    @Test
    void everyBitOfANumberMovesHalfOfTheHash() {
        Random random = new Random(1);
        for (int bit = 0; bit < 64; bit++) {
            long moved = 0;
            for (int trial = 0; trial < TRIALS; trial++) {
                long value = random.nextLong();
                moved += Long.bitCount(Hash.of(value) ^ Hash.of(value ^ 1L << bit));
            }
            assertThat((double) moved / TRIALS).as("bit %s", bit).isBetween(28.0, 36.0);
        }
    }

    private static void assertNoCollisions(IntToLongFunction hash) {
        long[] hashes = new long[KEYS];
        int[] buckets = new int[1 << 12];
        for (int n = 0; n < KEYS; n++) {
            hashes[n] = hash.applyAsLong(n);
            buckets[(int) hashes[n] & (buckets.length - 1)]++;
        }
        Arrays.sort(hashes);
        for (int n = 1; n < KEYS; n++) {
            if (hashes[n] == hashes[n - 1]) {
                throw new AssertionError("two keys hash to " + hashes[n]);
            }
        }
        double mean = (double) KEYS / buckets.length;
        assertThat(Arrays.stream(buckets).max().orElseThrow()).isLessThan((int) (mean * 1.5));
        assertThat(Arrays.stream(buckets).min().orElseThrow()).isGreaterThan((int) (mean / 1.6));
    }
}
