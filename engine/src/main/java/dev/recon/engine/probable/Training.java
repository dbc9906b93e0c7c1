package dev.recon.engine.probable;

import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Pairs to learn from: all that have the same value in one field, or in two.
///
/// What such pairs say about *that* field is worthless, because they were chosen by it; they teach
/// the other fields. When there are too many, the pairs of a part of the values are taken.
///
/// @param held the fields the pairs were chosen by, as bits
/// @param left the left place of each pair
/// @param right the right place of each pair
record Training(int held, int[] left, int[] right) {
    static final int PAIRS_MIN = 30;
    private static final long PAIRS_MAX = 300_000;
    private static final long PER_ENTRY_MAX = 200;
    private static final long VALUE_PAIRS_MAX = 20_000;

    boolean holds(int field) {
        return (held & 1 << field) != 0;
    }

    /// Are there enough such pairs, and few enough for matches to stand out?
    static boolean isUseful(Entries entries, double expected) {
        int rows = Math.min(entries.count(Side.LEFT), entries.count(Side.RIGHT));
        return expected >= PAIRS_MIN && expected <= (double) rows * PER_ENTRY_MAX;
    }

    /// The pairs that are equal in the fields of `held`.
    ///
    /// @param expected about how many there are
    static Training of(Entries entries, int held, double expected) {
        List<BlockKey> parts =
                IntStream.range(0, entries.fields().size())
                        .filter(field -> (held & 1 << field) != 0)
                        .mapToObj(field -> entries.fields().get(field).blockKeys().getFirst())
                        .toList();
        BlockRule rule = new BlockRule(parts);
        Index index = Index.of(entries, rule, Side.RIGHT);
        Index ours = Index.of(entries, rule, Side.LEFT);
        BlockRule.Keys keys = rule.keys(entries);
        long part = Math.max(1, (long) (expected / PAIRS_MAX));
        int[] left = new int[1024];
        int[] right = new int[1024];
        int count = 0;
        for (int place = 0; place < entries.count(Side.LEFT); place++) {
            boolean taken = keys.fill(Side.LEFT, place) == 1 && (keys.get(0) >>> 1) % part == 0;
            int slot = taken ? index.find(keys.get(0)) : 0;
            long pairs = taken ? (long) index.count(slot) * ours.count(ours.find(keys.get(0))) : 0;
            int link = pairs <= VALUE_PAIRS_MAX && taken ? index.first(slot) : 0;
            for (; link != 0; link = index.after(link)) {
                if (count == left.length) {
                    left = Arrays.copyOf(left, count * 2);
                    right = Arrays.copyOf(right, count * 2);
                }
                left[count] = place;
                right[count++] = index.place(link);
            }
        }
        return new Training(held, Arrays.copyOf(left, count), Arrays.copyOf(right, count));
    }

    /// The levels of all pairs in the fields that were not held.
    Patterns patterns(Entries entries) {
        Patterns patterns = new Patterns();
        TextMemory memory = new TextMemory(entries.fields().size());
        for (int pair = 0; pair < left.length; pair++) {
            patterns.add(pattern(entries, pair, memory), 1);
        }
        return patterns;
    }

    long pattern(Entries entries, int pair, TextMemory memory) {
        long pattern = entries.pattern(left[pair], right[pair], memory);
        for (int field = 0; field < entries.fields().size(); field++) {
            pattern = holds(field) ? Patterns.without(pattern, field) : pattern;
        }
        return pattern;
    }
}
