package dev.recon.engine.table;

import java.nio.charset.StandardCharsets;

/// Normalised text: all bytes in one arena, found by row; 12 bytes a row beside the text itself.
///
/// @param hashes one hash a row, 0 where the field is empty
/// @param ends where the text of each row ends in the arena; it begins where the row before ended
/// @param arena the UTF-8 bytes of all rows, one after the other; at most 2 GB
public record TextColumn(long[] hashes, int[] ends, byte[] arena) implements Column {
    @Override
    public int rows() {
        return hashes.length;
    }

    @Override
    public boolean isPresent(int row) {
        return hashes[row] != 0;
    }

    @Override
    public long hash(int row) {
        return hashes[row];
    }

    /// Where the text of `row` begins in the arena.
    public int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /// The number of bytes of the text of `row`.
    public int length(int row) {
        return ends[row] - start(row);
    }

    /// The normalised text of `row`; empty where it is absent.
    public String text(int row) {
        return new String(arena, start(row), length(row), StandardCharsets.UTF_8);
    }

    @Override
    public boolean isSame(int row, Column other, int otherRow) {
        return other instanceof TextColumn theirs
                && hashes[row] != 0
                && hashes[row] == theirs.hashes[otherRow]
                && isSameText(row, theirs, otherRow);
    }

    /// Do two texts agree byte for byte?
    ///
    /// Eight bytes at a time, the last eight once more where they are not whole: `Arrays.equals` is
    /// made for long arrays, and is fast only once the thorough compiler has seen it, while the
    /// text of a key has a dozen bytes and a run ends before then.
    public boolean isSameText(int row, TextColumn other, int otherRow) {
        int start = start(row);
        int length = ends[row] - start;
        int from = other.start(otherRow);
        if (other.ends[otherRow] - from != length) {
            return false;
        }
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if (Words.at(arena, start + at) != Words.at(other.arena, from + at)) {
                return false;
            }
        }
        if (at < length && length > Long.BYTES) {
            int last = length - Long.BYTES;
            return Words.at(arena, start + last) == Words.at(other.arena, from + last);
        }
        while (at < length && arena[start + at] == other.arena[from + at]) {
            at++;
        }
        return at == length;
    }
}
