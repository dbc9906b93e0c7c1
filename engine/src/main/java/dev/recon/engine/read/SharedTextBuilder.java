package dev.recon.engine.read;

import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.Words;
import java.util.Arrays;

/// Texts that repeat, such as accounts and parties: each different value once, 4 bytes a row.
///
/// Values are numbered in the order of the file. A hash table finds the number of a text; equal
/// hashes are confirmed byte for byte. 20 to 60 ns a row, by how many different texts there are.
final class SharedTextBuilder {
    private final String column;
    private int[] numbers = new int[0];
    private long[] hashes = new long[256];
    private int[] ends = new int[256];
    private byte[] arena = new byte[4_096];
    private int count;

    /// The number of each value + 1, below the low half of its hash, at a place that the high half
    /// gives or in the next free one: texts with another hash are passed over by one look.
    private long[] slots = new long[1_024];

    /// @param column the column that a message names
    SharedTextBuilder(String column) {
        this.column = column;
    }

    /// Texts with their hashes, one after the other in an arena.
    record Texts(long[] hashes, int[] ends, byte[] arena) {}

    void grow(int rows) {
        numbers = Arrays.copyOf(numbers, rows);
    }

    void append(TextBuilder part, int row, int rows) {
        append(new Texts(part.hashes, part.ends, part.arena), row, rows);
    }

    /// Appends the first `rows` of some texts, the first of which is `row` here.
    void append(Texts texts, int row, int rows) {
        int start = 0;
        for (int at = 0; at < rows; at++) {
            int end = texts.ends[at];
            numbers[row + at] = number(texts, at, start, end);
            start = end;
        }
    }

    private int number(Texts texts, int at, int start, int end) {
        long hash = texts.hashes[at];
        int mask = slots.length - 1;
        int slot = (int) (hash >>> Integer.SIZE) & mask;
        int low = (int) hash;
        for (long found; (found = slots[slot]) != 0; slot = (slot + 1) & mask) {
            int number = (int) found - 1;
            if ((int) (found >>> Integer.SIZE) == low && isSame(number, texts.arena, start, end)) {
                return number;
            }
        }
        slots[slot] = slot(hash, count);
        add(texts, hash, start, end);
        return count - 1;
    }

    private boolean isSame(int number, byte[] other, int from, int end) {
        int start = number == 0 ? 0 : ends[number - 1];
        int length = end - from;
        if (ends[number] - start != length) {
            return false;
        }
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if (Words.at(arena, start + at) != Words.at(other, from + at)) {
                return false;
            }
        }
        while (at < length && arena[start + at] == other[from + at]) {
            at++;
        }
        return at == length;
    }

    private void add(Texts texts, long hash, int start, int end) {
        int base = count == 0 ? 0 : ends[count - 1];
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        if (arena.length - base < end - start) {
            long needed = (long) base + end - start;
            arena = Arrays.copyOf(arena, ColumnBuilder.room(column, needed, 1, 2));
        }
        System.arraycopy(texts.arena, start, arena, base, end - start);
        hashes[count] = hash;
        ends[count++] = base + end - start;
        if (count > slots.length / 2) {
            slots = new long[slots.length * 2];
            for (int number = 0; number < count; number++) {
                place(number);
            }
        }
    }

    private void place(int number) {
        int mask = slots.length - 1;
        int slot = (int) (hashes[number] >>> Integer.SIZE) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = slot(hashes[number], number);
    }

    private static long slot(long hash, int number) {
        return (hash << Integer.SIZE) | (number + 1);
    }

    TextColumn column(int rows) {
        return new TextColumn(rows, numbers, hashes, ends, arena);
    }
}
