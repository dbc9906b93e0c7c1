package dev.recon.engine.probable;

import dev.recon.engine.table.Side;

/// The entries of one side by their block keys: a hash table of lists.
///
/// 8 bytes a key of an entry, and 16 bytes a slot with at most two thirds of the slots used. Keys
/// are hashes already, so a slot is found by their upper half.
final class Index {
    private final long[] slots;
    private final int[] heads;
    private final int[] counts;
    private final int[] next;
    private final int[] places;
    private int used;

    private Index(int keysMax) {
        int size = Math.max(16, Integer.highestOneBit(keysMax / 2 * 3) * 2);
        slots = new long[size];
        heads = new int[size];
        counts = new int[size];
        next = new int[keysMax];
        places = new int[keysMax];
    }

    /// The entries of a side by the keys of a rule.
    static Index of(Entries entries, BlockRule rule, Side side) {
        int rows = entries.count(side);
        BlockRule.Keys keys = rule.keys(entries);
        int all = 0;
        for (int place = 0; place < rows; place++) {
            all = Math.addExact(all, keys.fill(side, place));
        }
        Index index = new Index(all);
        for (int place = 0; place < rows; place++) {
            int count = keys.fill(side, place);
            for (int at = 0; at < count; at++) {
                index.add(keys.get(at), place);
            }
        }
        return index;
    }

    private void add(long key, int place) {
        int slot = slot(key);
        slots[slot] = key;
        next[used] = heads[slot];
        places[used] = place;
        heads[slot] = ++used;
        counts[slot]++;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) (key >>> Integer.SIZE) & mask;
        while (heads[slot] != 0 && slots[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /// The slot of a key, where its list and its number of entries are.
    int find(long key) {
        return slot(key);
    }

    int count(int slot) {
        return counts[slot];
    }

    /// The first link of the list of a slot, 0 when it is empty.
    int first(int slot) {
        return heads[slot];
    }

    int place(int link) {
        return places[link - 1];
    }

    int after(int link) {
        return next[link - 1];
    }
}
