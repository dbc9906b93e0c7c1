package dev.recon.engine.probable;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// Sorts rows by a hash, and rows of one hash by a second, dearer one that is asked only then.
final class Order {
    private static final int BYTE = 256;

    private Order() {}

    /// The first `count` rows, ordered; `hashes` are theirs and are used up.
    static int[] by(long[] hashes, int[] rows, int count, IntToLongFunction second) {
        long[] keys = Arrays.copyOf(hashes, count);
        int[] ordered = Arrays.copyOf(rows, count);
        sort(keys, ordered);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && keys[to] == keys[from]) {
                to++;
            }
            if (to - from > 1) {
                settle(ordered, from, to, second);
            }
            from = to;
        }
        return ordered;
    }

    private static void settle(int[] rows, int from, int to, IntToLongFunction second) {
        long[] keys = new long[to - from];
        int[] tied = Arrays.copyOfRange(rows, from, to);
        for (int at = 0; at < keys.length; at++) {
            keys[at] = second.applyAsLong(tied[at]);
        }
        sort(keys, tied);
        System.arraycopy(tied, 0, rows, from, tied.length);
    }

    /// Sorts numbers by unsigned keys, both in place: a stable radix sort, a byte at a time.
    static void sort(long[] keys, int[] numbers) {
        if (keys.length < BYTE) {
            insert(keys, numbers);
            return;
        }
        long[] fromKeys = keys;
        int[] fromNumbers = numbers;
        long[] toKeys = new long[keys.length];
        int[] toNumbers = new int[keys.length];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int[] places = places(fromKeys, shift);
            for (int at = 0; at < keys.length; at++) {
                int place = places[(int) (fromKeys[at] >>> shift) & 0xFF]++;
                toKeys[place] = fromKeys[at];
                toNumbers[place] = fromNumbers[at];
            }
            long[] usedKeys = fromKeys;
            int[] usedNumbers = fromNumbers;
            fromKeys = toKeys;
            fromNumbers = toNumbers;
            toKeys = usedKeys;
            toNumbers = usedNumbers;
        }
    }

    private static int[] places(long[] keys, int shift) {
        int[] places = new int[BYTE];
        for (long key : keys) {
            places[(int) (key >>> shift) & 0xFF]++;
        }
        int place = 0;
        for (int digit = 0; digit < BYTE; digit++) {
            int count = places[digit];
            places[digit] = place;
            place += count;
        }
        return places;
    }

    private static void insert(long[] keys, int[] numbers) {
        for (int at = 1; at < keys.length; at++) {
            long key = keys[at];
            int number = numbers[at];
            int hole = at;
            for (; hole > 0 && Long.compareUnsigned(keys[hole - 1], key) > 0; hole--) {
                keys[hole] = keys[hole - 1];
                numbers[hole] = numbers[hole - 1];
            }
            keys[hole] = key;
            numbers[hole] = number;
        }
    }
}
