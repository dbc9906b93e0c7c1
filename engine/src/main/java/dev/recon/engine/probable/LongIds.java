package dev.recon.engine.probable;

import java.util.Arrays;

/// Numbers different 64-bit keys from 0 in the order in which they are first asked for: a hash
/// table without objects, about 24 bytes a key. The key 0 is not allowed.
final class LongIds {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[64];
    private int[] slots = new int[128];
    private int count;

    int count() {
        return count;
    }

    long key(int id) {
        return keys[id];
    }

    /// The number of a key, a new one when it is not known.
    int id(long key) {
        int slot = slot(key);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (count == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[count] = key;
        slots[slot] = ++count;
        return count - 1;
    }

    /// The number of a key, -1 when it is not known.
    int find(long key) {
        return slots[slot(key)] - 1;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, count * 2);
        slots = new int[keys.length * 2];
        for (int id = 0; id < count; id++) {
            slots[slot(keys[id])] = id + 1;
        }
    }
}
