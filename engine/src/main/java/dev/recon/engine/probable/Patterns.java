package dev.recon.engine.probable;

import java.util.Arrays;

/// How often each pattern of levels occurs among some pairs: a hash table of counts.
///
/// A pattern packs the level of each field into five bits, absent as 0. Millions of pairs have a
/// few thousand different patterns, so learning works on these. Counts are whole numbers: the order
/// in which pairs are added does not matter.
final class Patterns {
    static final int BITS = 5;
    static final int FIELDS_MAX = 12;

    private final LongIds known = new LongIds();
    private long[] counts = new long[64];
    private long pairs;

    /// The level of a field within a pattern, [Field#ABSENT] when one side has no value.
    static int level(long pattern, int field) {
        return (int) (pattern >>> (BITS * field) & 31) - 1;
    }

    /// A pattern in which a field is absent.
    static long without(long pattern, int field) {
        return pattern & ~(31L << (BITS * field));
    }

    static long bits(int field, int level) {
        return (long) (level + 1) << (BITS * field);
    }

    void add(long pattern, long times) {
        int id = known.id(pattern + 1);
        counts = id >= counts.length ? Arrays.copyOf(counts, counts.length * 2) : counts;
        counts[id] += times;
        pairs += times;
    }

    void addAll(Patterns other) {
        for (int id = 0; id < other.count(); id++) {
            add(other.pattern(id), other.times(id));
        }
    }

    /// The number of different patterns.
    int count() {
        return known.count();
    }

    long pattern(int id) {
        return known.key(id) - 1;
    }

    long times(int id) {
        return counts[id];
    }

    long pairs() {
        return pairs;
    }
}
