package dev.recon.engine.read;

import dev.recon.engine.table.TextColumn;
import java.util.Arrays;

/// Texts that are nearly all different: one value a row.
final class TextColumnBuilder implements ColumnBuilder {
    private long[] hashes = new long[0];
    private int[] ends = new int[0];
    private byte[] arena = new byte[0];

    @Override
    public void grow(int rows) {
        hashes = Arrays.copyOf(hashes, rows);
        ends = Arrays.copyOf(ends, rows);
    }

    @Override
    public void append(FieldBuilder part, int row, int count) {
        if (count == 0) {
            return;
        }
        TextBuilder text = (TextBuilder) part;
        int base = row == 0 ? 0 : ends[row - 1];
        int length = text.ends[count - 1];
        if (arena.length - base < length) {
            long needed = (long) base + length;
            int room = ColumnBuilder.room(part, needed, row + count, hashes.length);
            arena = Arrays.copyOf(arena, room);
        }
        System.arraycopy(text.arena, 0, arena, base, length);
        System.arraycopy(text.hashes, 0, hashes, row, count);
        for (int at = 0; at < count; at++) {
            ends[row + at] = base + text.ends[at];
        }
    }

    /// How many texts there is room for.
    int room() {
        return hashes.length;
    }

    TextColumn column(int rows) {
        return TextColumn.ofRows(rows, hashes, ends, arena);
    }
}
