package dev.recon.engine.match;

import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Progress;

/// The keys of one side, scattered so that equal keys lie in the same part.
///
/// Each key is 8 bytes: the low half of its hash above its number. Two rounds over the keys, one
/// that counts and one that writes; hashes are computed in both, because writing 8 more fresh bytes
/// a row costs more than hashing again. Stable: within a part the numbers ascend, whatever the
/// number of threads.
///
/// @param packed hash (upper 32 bits) and number of each key, part by part
/// @param starts where each part begins; one more than there are parts
record Partitions(long[] packed, int[] starts) {
    private static final int CHUNK = 4096;
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
        int[][] places = new int[stretches][];
        Parallel.run(
                threads,
                stretches,
                stretch -> {
                    progress.check();
                    places[stretch] = count(source, bits, range(keys, stretches, stretch));
                });
        int[] starts = toPlaces(places, 1 << bits);
        long[] packed = new long[starts[1 << bits]];
        Parallel.run(
                threads,
                stretches,
                stretch -> {
                    progress.check();
                    int[] range = range(keys, stretches, stretch);
                    write(source, range, places[stretch], packed);
                });
        return new Partitions(packed, starts);
    }

    private static int[] range(int keys, int stretches, int stretch) {
        return new int[] {
            (int) ((long) keys * stretch / stretches),
            (int) ((long) keys * (stretch + 1) / stretches)
        };
    }

    /// Turns counts into first places, stretch after stretch within each part.
    private static int[] toPlaces(int[][] counts, int parts) {
        int[] starts = new int[parts + 1];
        int place = 0;
        for (int part = 0; part < parts; part++) {
            starts[part] = place;
            for (int[] count : counts) {
                int size = count[part];
                count[part] = place;
                place += size;
            }
        }
        starts[parts] = place;
        return starts;
    }

    private static int[] count(KeySource source, int bits, int[] range) {
        int[] counts = new int[1 << bits];
        long[] hashes = new long[CHUNK];
        for (int from = range[0]; from < range[1]; from += CHUNK) {
            int to = Math.min(range[1], from + CHUNK);
            source.fill(from, to, hashes);
            for (int at = 0; at < to - from; at++) {
                if (hashes[at] != 0) {
                    counts[part(hashes[at], counts.length)]++;
                }
            }
        }
        return counts;
    }

    private static void write(KeySource source, int[] range, int[] places, long[] packed) {
        long[] hashes = new long[CHUNK];
        for (int from = range[0]; from < range[1]; from += CHUNK) {
            int to = Math.min(range[1], from + CHUNK);
            source.fill(from, to, hashes);
            for (int at = 0; at < to - from; at++) {
                long hash = hashes[at];
                if (hash != 0) {
                    packed[places[part(hash, places.length)]++] = hash << Integer.SIZE | from + at;
                }
            }
        }
    }

    private static int part(long hash, int parts) {
        return (int) (hash >>> Integer.SIZE) & parts - 1;
    }
}
