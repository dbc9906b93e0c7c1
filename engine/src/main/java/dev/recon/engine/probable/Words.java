package dev.recon.engine.probable;

import dev.recon.engine.table.Hash;
import java.util.Arrays;

/// The different words of each text of a field, and how rare they are.
///
/// A word is a run of bytes between blanks. 4 bytes a word of a distinct text; the weight of a word
/// is the logarithm of how few of the distinct texts have it.
final class Words {
    private static final int WORDS_MAX = 40;

    private int[] ends = new int[64];
    private int[] ids = new int[256];
    private int texts;
    private final LongIds known = new LongIds();
    private int[] counts = new int[256];
    private double[] weights = new double[0];

    /// Adds the words of the next text, of the bytes from `start` to `end`.
    void add(byte[] bytes, int start, int end) {
        int from = texts == 0 ? 0 : ends[texts - 1];
        int to = from;
        for (int at = start; at < end && to - from < WORDS_MAX; ) {
            int stop = at;
            while (stop < end && bytes[stop] != ' ') {
                stop++;
            }
            if (stop > at) {
                ids = to == ids.length ? Arrays.copyOf(ids, to * 2) : ids;
                ids[to++] = known.id(Hash.of(bytes, at, stop - at));
            }
            at = stop + 1;
        }
        to = distinct(from, to);
        ends = texts == ends.length ? Arrays.copyOf(ends, texts * 2) : ends;
        ends[texts++] = to;
    }

    private int distinct(int from, int to) {
        Arrays.sort(ids, from, to);
        int kept = from;
        for (int at = from; at < to; at++) {
            if (at == from || ids[at] != ids[kept - 1]) {
                ids[kept++] = ids[at];
            }
        }
        if (counts.length < known.count()) {
            counts = Arrays.copyOf(counts, Math.max(known.count(), counts.length * 2));
        }
        for (int at = from; at < kept; at++) {
            counts[ids[at]]++;
        }
        return kept;
    }

    /// Weighs the words, once all texts are there.
    void weigh() {
        weights = new double[known.count()];
        for (int word = 0; word < weights.length; word++) {
            weights[word] = StrictMath.log((texts + 1.0) / counts[word]);
        }
    }

    int count(int text) {
        return end(text) - start(text);
    }

    /// The hash of the word of a text that is rarest but for `rank` others; ties by the hash.
    long rare(int text, int rank) {
        int start = start(text);
        int count = count(text);
        long[] order = new long[count];
        for (int at = 0; at < count; at++) {
            order[at] =
                    ((long) counts[ids[start + at]] << 40) | (known.key(ids[start + at]) >>> 24);
        }
        Arrays.sort(order);
        return Hash.of(order[rank]);
    }

    /// The weight of the words two texts share, of all their words, 0 to 1 (Dice's coefficient).
    ///
    /// The sums are over whole numbers, so that the order of the words does not matter.
    double overlap(int one, int other) {
        int at = start(one);
        int end = end(one);
        int theirs = start(other);
        int theirEnd = end(other);
        long shared = 0;
        while (at < end && theirs < theirEnd) {
            int difference = Integer.compare(ids[at], ids[theirs]);
            if (difference == 0) {
                shared += fixed(ids[at]);
            }
            at += difference <= 0 ? 1 : 0;
            theirs += difference >= 0 ? 1 : 0;
        }
        long all = sum(one) + sum(other);
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private long sum(int text) {
        long sum = 0;
        for (int at = start(text); at < end(text); at++) {
            sum += fixed(ids[at]);
        }
        return sum;
    }

    private long fixed(int word) {
        return (long) (weights[word] * (1 << 20));
    }

    private int start(int text) {
        return text == 0 ? 0 : ends[text - 1];
    }

    private int end(int text) {
        return ends[text];
    }
}
