package dev.recon.engine.read;

import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.Words;
import java.util.Arrays;

/// Texts that repeat, such as accounts and parties: each different value once, 4 bytes a row.
///
/// Values are numbered in the order of the file. A hash table finds the number of a text; equal
/// hashes are confirmed byte for byte. A batch of rows goes step by step, so that the memory that
/// one step needs is under way for many rows at once: a third less than row by row. 15 to 160 ns a
/// row, by how many different texts there are.
final class SharedTextBuilder {
    private static final int BATCH = 256;

    private final int[] candidates = new int[BATCH];
    private final int[] starts = new int[BATCH];
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
        for (int from = 0; from < rows; from += BATCH) {
            int end = Math.min(rows, from + BATCH);
            look(texts, from, end);
            measure(texts, from, end);
            take(texts, row, from, end);
        }
    }

    /// Finds for each text of a batch the number that its hash says, or -1.
    private void look(Texts texts, int from, int end) {
        int mask = slots.length - 1;
        for (int at = from; at < end; at++) {
            long hash = texts.hashes[at];
            int slot = (int) (hash >>> Integer.SIZE) & mask;
            long found = slots[slot];
            while (found != 0 && (int) (found >>> Integer.SIZE) != (int) hash) {
                slot = (slot + 1) & mask;
                found = slots[slot];
            }
            candidates[at - from] = (int) found - 1;
        }
    }

    /// Finds where the text of each candidate begins; a candidate of another length is none.
    private void measure(Texts texts, int from, int end) {
        int begin = from == 0 ? 0 : texts.ends[from - 1];
        for (int at = from; at < end; at++) {
            int number = candidates[at - from];
            int length = texts.ends[at] - begin;
            begin = texts.ends[at];
            if (number >= 0) {
                int start = number == 0 ? 0 : ends[number - 1];
                starts[at - from] = start;
                candidates[at - from] = ends[number] - start == length ? number : -1;
            }
        }
    }

    private void take(Texts texts, int row, int from, int end) {
        int begin = from == 0 ? 0 : texts.ends[from - 1];
        for (int at = from; at < end; at++) {
            int number = candidates[at - from];
            int behind = texts.ends[at];
            int length = behind - begin;
            if (number < 0 || !Words.isSame(arena, starts[at - from], texts.arena, begin, length)) {
                number = number(texts, at, begin, behind);
            }
            numbers[row + at] = number;
            begin = behind;
        }
    }

    /// The number of a text, which is a new one when no text so far is the same.
    private int number(Texts texts, int at, int start, int end) {
        long hash = texts.hashes[at];
        int mask = slots.length - 1;
        int slot = (int) (hash >>> Integer.SIZE) & mask;
        int low = (int) hash;
        for (long found; (found = slots[slot]) != 0; slot = (slot + 1) & mask) {
            int number = (int) found - 1;
            int begin = number == 0 ? 0 : ends[number - 1];
            if ((int) (found >>> Integer.SIZE) == low
                    && ends[number] - begin == end - start
                    && Words.isSame(arena, begin, texts.arena, start, end - start)) {
                return number;
            }
        }
        slots[slot] = slot(hash, count);
        add(texts, hash, start, end);
        return count - 1;
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
