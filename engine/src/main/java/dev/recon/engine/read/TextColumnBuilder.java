package dev.recon.engine.read;

import dev.recon.engine.table.TextColumn;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects texts: a value for each row, or, once many rows show that texts repeat, each different
/// value once.
///
/// Whether they repeat is estimated by linear counting (Whang and others 1990): each hash sets a
/// bit, and the share of bits that stay clear tells how many different ones there were. 1 ns a row
/// of the sample.
final class TextColumnBuilder implements ColumnBuilder {
    /// After so many rows it is decided, where at least eight times as many are expected: below two
    /// million rows a copy of each text costs less time than it saves memory.
    static final int SAMPLE_ROWS = 1 << 18;

    private static final long FULL_MIN = 8;

    /// Among so many rows fewer different values than this share of them: the more rows there are,
    /// the smaller it becomes.
    private static final double DIFFERENT_MAX = 0.75;

    private static final int SAMPLE_SPARE = 1 << 15;
    private static final int BITS = 1 << 20;

    private final int sampleRows;
    private int rowsMax;
    private long[] hashes = new long[0];
    private int[] ends = new int[0];
    private byte[] arena = new byte[0];
    private @Nullable SharedTextBuilder shared;

    /// @param sampleRows after how many rows it is decided whether texts repeat; 0 when they do not
    TextColumnBuilder(int sampleRows) {
        this.sampleRows = sampleRows;
    }

    @Override
    public void grow(int rows) {
        if (shared != null) {
            shared.grow(rows);
            return;
        }
        rowsMax = rows;
    }

    /// Room for all rows only once it is decided that each has its value.
    private void reserve(int rows) {
        if (rows > hashes.length) {
            int room = rows < sampleRows ? Math.min(rowsMax, sampleRows + SAMPLE_SPARE) : rowsMax;
            hashes = Arrays.copyOf(hashes, Math.max(rows, room));
            ends = Arrays.copyOf(ends, hashes.length);
        }
    }

    @Override
    public void append(FieldBuilder part, int row, int count) {
        TextBuilder text = (TextBuilder) part;
        if (shared != null) {
            shared.append(text, row, count);
            return;
        }
        if (count == 0) {
            return;
        }
        reserve(row + count);
        int base = row == 0 ? 0 : ends[row - 1];
        int length = text.ends[count - 1];
        if (arena.length - base < length) {
            long needed = (long) base + length;
            int room = ColumnBuilder.room(text.column(), needed, row + count, hashes.length);
            arena = Arrays.copyOf(arena, room);
        }
        System.arraycopy(text.arena, 0, arena, base, length);
        System.arraycopy(text.hashes, 0, hashes, row, count);
        for (int at = 0; at < count; at++) {
            ends[row + at] = base + text.ends[at];
        }
        int rows = row + count;
        if (row < sampleRows
                && rows >= sampleRows
                && rowsMax >= sampleRows * FULL_MIN
                && different(rows) < DIFFERENT_MAX * rows) {
            share(text, rows);
        }
    }

    /// About how many different values the first rows have.
    private double different(int rows) {
        long[] seen = new long[BITS / Long.SIZE];
        for (int row = 0; row < rows; row++) {
            long hash = hashes[row];
            seen[(int) (hash >>> Integer.SIZE) & seen.length - 1] |= 1L << hash;
        }
        long set = Arrays.stream(seen).map(Long::bitCount).sum();
        return set == BITS ? rows : -BITS * Math.log1p(-(double) set / BITS);
    }

    /// Numbers the values of the first rows, and forgets their copies.
    private void share(TextBuilder like, int rows) {
        shared = new SharedTextBuilder(like.column());
        shared.grow(rowsMax);
        shared.append(new SharedTextBuilder.Texts(hashes, ends, arena), 0, rows);
        hashes = new long[0];
        ends = new int[0];
        arena = new byte[0];
    }

    /// How many texts there is room for.
    int room() {
        return rowsMax;
    }

    TextColumn column(int rows) {
        return shared != null ? shared.column(rows) : TextColumn.ofRows(rows, hashes, ends, arena);
    }
}
