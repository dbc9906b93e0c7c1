package dev.recon.engine.match;

import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Progress;
import java.util.Arrays;

/// The keys of one side, scattered so that equal keys lie in the same part.
///
/// Each key is 8 bytes: the high half of its hash above its number; the highest bits choose the
/// part. Two rounds: one over the source that hashes and counts, one over what it found that
/// scatters. Stable: within a part the numbers ascend, whatever the number of threads. 8 bytes a
/// key while it works.
///
/// @param packed hash (upper 32 bits) and number of each key, part by part
/// @param starts where each part begins; one more than there are parts
record Partitions(long[] packed, int[] starts) {
    private static final int STRETCH_MIN = 1 << 17;
    private static final int PART_KEYS = 1 << 14;
    private static final int BITS_MAX = 9;

    /// How many bits of the hash choose the part: parts of about 16,384 keys, at most 512 of them.
    static int bits(long keys) {
        int bits = 0;
        while (bits < BITS_MAX && keys >> bits > PART_KEYS) {
            bits++;
        }
        return bits;
    }

    int start(int part) {
        return starts[part];
    }

    int end(int part) {
        return starts[part + 1];
    }

    /// Scatters the keys of `source` into 2^`bits` parts.
    static Partitions of(KeySource source, int bits, int threads, Progress progress) {
        int keys = source.count();
        int stretches = Math.clamp(keys / STRETCH_MIN, 1, 2 * threads);
        Found[] found = new Found[stretches];
        Parallel.run(
                threads,
                stretches,
                stretch -> {
                    progress.check();
                    int from = (int) ((long) keys * stretch / stretches);
                    int to = (int) ((long) keys * (stretch + 1) / stretches);
                    found[stretch] = new Found(bits, to - from);
                    found[stretch].addAll(source, from, to);
                });
        int[] starts = toPlaces(found, 1 << bits);
        long[] packed = new long[starts[1 << bits]];
        Parallel.run(
                threads,
                stretches,
                stretch -> {
                    progress.check();
                    found[stretch].scatter(packed);
                });
        return new Partitions(packed, starts);
    }

    /// Turns counts into first places, stretch after stretch within each part.
    private static int[] toPlaces(Found[] found, int parts) {
        int[] starts = new int[parts + 1];
        int place = 0;
        for (int part = 0; part < parts; part++) {
            starts[part] = place;
            for (Found stretch : found) {
                int size = stretch.places[part];
                stretch.places[part] = place;
                place += size;
            }
        }
        starts[parts] = place;
        return starts;
    }

    /// The keys of one stretch of a source, and how many of them go to each part.
    private static final class Found {
        private static final int START = 1 << 12;

        private final int shift;
        private final int[] places;
        private long[] packed;
        private int count;

        Found(int bits, int keysMax) {
            // Java shifts by the low six bits: a shift by 64 would be none at all, so one part has
            // its bit taken in two steps.
            this.shift = Long.SIZE - 1 - bits;
            this.places = new int[1 << bits];
            this.packed = new long[Math.min(keysMax, START)];
        }

        void addAll(KeySource source, int from, int to) {
            KeySource.Chunk chunk = new KeySource.Chunk(Math.min(to - from, KeySource.CHUNK));
            for (int start = from; start < to; start += KeySource.CHUNK) {
                int end = Math.min(to, start + KeySource.CHUNK);
                add(chunk, source.fill(start, end, chunk), to - start);
            }
        }

        private void add(KeySource.Chunk chunk, int keys, int keysMax) {
            if (count + keys > packed.length) {
                int size = Math.min(count + keysMax, Math.max(packed.length * 2, count + keys));
                packed = Arrays.copyOf(packed, size);
            }
            int[] numbers = chunk.numbers();
            long[] hashes = chunk.hashes();
            for (int at = 0; at < keys; at++) {
                long hash = hashes[at];
                if (hash != 0) {
                    places[part(hash)]++;
                    packed[count++] = ((hash >>> Integer.SIZE) << Integer.SIZE) | numbers[at];
                }
            }
        }

        void scatter(long[] target) {
            for (int at = 0; at < count; at++) {
                long key = packed[at];
                target[places[part(key)]++] = key;
            }
        }

        private int part(long key) {
            return (int) (key >>> 1 >>> shift);
        }
    }
}
