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
                && length(row) == theirs.length(otherRow)
                && Words.isSame(
                        arena, start(row), theirs.arena, theirs.start(otherRow), length(row));
    }
}
