package dev.recon.engine.probable;

import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.stream.Collectors;

/// Which entries are compared at all: those that share a key in every part of the rule.
///
/// @param parts one to three ways to cut entries into blocks, all of which must agree
record BlockRule(List<BlockKey> parts) {
    BlockRule {
        parts = List.copyOf(parts);
    }

    String words() {
        return parts.stream().map(BlockKey::words).collect(Collectors.joining(", "));
    }

    Keys keys(Entries entries) {
        return new Keys(entries);
    }

    /// The keys of single entries; one thread may use it.
    final class Keys {
        private final Entries entries;
        private final long[][] scratch;
        private long[] keys = new long[16];
        private int count;

        private Keys(Entries entries) {
            this.entries = entries;
            this.scratch =
                    parts.stream().map(part -> new long[part.keysMax()]).toArray(long[][]::new);
        }

        /// Finds the different keys of an entry and returns how many there are.
        int fill(Side side, int place) {
            keys[0] = entries.key(side, place);
            count = 1;
            for (int part = 0; part < scratch.length; part++) {
                long[] own = scratch[part];
                combine(own, parts.get(part).source().keys(side, place, own));
            }
            return count;
        }

        long get(int at) {
            return keys[at];
        }

        /// Each key so far with each of the keys of one more part.
        private void combine(long[] own, int ownCount) {
            long[] combined = new long[Math.max(16, count * ownCount)];
            int to = 0;
            for (int at = 0; at < count; at++) {
                for (int other = 0; other < ownCount; other++) {
                    combined[to++] = Hash.pair(keys[at], own[other]);
                }
            }
            keys = combined;
            count = distinct(to);
        }

        private int distinct(int of) {
            int kept = 0;
            for (int at = 0; at < of; at++) {
                boolean seen = false;
                for (int before = 0; before < kept && !seen; before++) {
                    seen = keys[before] == keys[at];
                }
                if (!seen) {
                    keys[kept++] = keys[at];
                }
            }
            return kept;
        }
    }
}
