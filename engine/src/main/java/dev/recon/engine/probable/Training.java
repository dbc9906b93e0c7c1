package dev.recon.engine.probable;

import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Pairs to learn from: all that have the same value in one field, or in two; where none teach
/// enough, those that share a rare word, or days that are near.
///
/// What such pairs say about *that* field is worthless, because they were chosen by it; they teach
/// the other fields. When there are too many, the pairs of a part of the values are taken.
///
/// @param held what the pairs were chosen by
/// @param left the left place of each pair
/// @param right the right place of each pair
record Training(Held held, int[] left, int[] right) {
    static final int PAIRS_MIN = 30;
    private static final long PAIRS_MAX = 300_000;
    private static final long PER_ENTRY_MAX = 200;
    private static final long VALUE_PAIRS_MAX = 20_000;

    boolean holds(int field) {
        return (held.fields & 1 << field) != 0;
    }

    /// What pairs to learn from have in common.
    ///
    /// @param fields the fields that it is chosen by, as bits
    /// @param isEqual are they equal in these, and not only alike?
    /// @param rule the keys that they share
    /// @param expected about how many pairs there are
    record Held(int fields, boolean isEqual, BlockRule rule, double expected) {
        /// Equality in some fields.
        static Held equal(Entries entries, int fields, double expected) {
            List<BlockKey> parts =
                    IntStream.range(0, entries.fields().size())
                            .filter(field -> (fields & 1 << field) != 0)
                            .mapToObj(field -> entries.fields().get(field).blockKeys().getFirst())
                            .toList();
            return new Held(fields, true, new BlockRule(parts), expected);
        }

        /// Are there enough such pairs, and few enough for matches to stand out?
        boolean isUseful(Entries entries) {
            int rows = Math.min(entries.count(Side.LEFT), entries.count(Side.RIGHT));
            return expected >= PAIRS_MIN && expected <= (double) rows * PER_ENTRY_MAX;
        }
    }

    /// The pairs that share a key of a rule, each once.
    static Training of(Entries entries, Held held) {
        Index index = Index.of(entries, held.rule, Side.RIGHT);
        Index ours = Index.of(entries, held.rule, Side.LEFT);
        BlockRule.Keys keys = held.rule.keys(entries);
        long part = Math.max(1, (long) (held.expected / PAIRS_MAX));
        Pairs pairs = new Pairs();
        for (int place = 0; place < entries.count(Side.LEFT); place++) {
            int first = pairs.count;
            int count = keys.fill(Side.LEFT, place);
            for (int at = 0; at < count; at++) {
                boolean taken = (keys.get(at) >>> 1) % part == 0;
                int slot = taken ? index.find(keys.get(at)) : 0;
                long all =
                        taken ? (long) index.count(slot) * ours.count(ours.find(keys.get(at))) : 0;
                int link = all <= VALUE_PAIRS_MAX && taken ? index.first(slot) : 0;
                for (; link != 0; link = index.after(link)) {
                    if (at == 0 || !pairs.hasRight(index.place(link), first)) {
                        pairs.add(place, index.place(link));
                    }
                }
            }
        }
        return new Training(
                held,
                Arrays.copyOf(pairs.left, pairs.count),
                Arrays.copyOf(pairs.right, pairs.count));
    }

    private static final class Pairs {
        private int[] left = new int[1024];
        private int[] right = new int[1024];
        private int count;

        void add(int leftPlace, int rightPlace) {
            if (count == left.length) {
                left = Arrays.copyOf(left, count * 2);
                right = Arrays.copyOf(right, count * 2);
            }
            left[count] = leftPlace;
            right[count++] = rightPlace;
        }

        boolean hasRight(int place, int from) {
            for (int pair = from; pair < count; pair++) {
                if (right[pair] == place) {
                    return true;
                }
            }
            return false;
        }
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
