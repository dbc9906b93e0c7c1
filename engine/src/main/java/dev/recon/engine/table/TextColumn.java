package dev.recon.engine.table;

import java.nio.charset.StandardCharsets;

/// Normalised text: values in one arena, found by row.
///
/// A column whose texts are nearly all different has a value for each row, 12 bytes beside the text
/// itself; one whose texts repeat has each different value once, and 4 bytes a row say which.
///
/// @param rows the number of rows
/// @param numbers the number of each row's value; without any, row n has value n
/// @param hashes one hash a value, 0 for the empty one
/// @param ends where the text of each value ends in the arena; it begins where the one before ended
/// @param arena the UTF-8 bytes of all values, one after the other; at most 2 GB
public record TextColumn(int rows, int[] numbers, long[] hashes, int[] ends, byte[] arena)
        implements Column {
    private static final int[] NONE = {};

    /// A column with a value for each row.
    public TextColumn(long[] hashes, int[] ends, byte[] arena) {
        this(hashes.length, NONE, hashes, ends, arena);
    }

    /// A column with a value for each of its rows, and room behind them.
    public static TextColumn ofRows(int rows, long[] hashes, int[] ends, byte[] arena) {
        return new TextColumn(rows, NONE, hashes, ends, arena);
    }

    /// Do rows share their values?
    public boolean isShared() {
        return numbers.length > 0;
    }

    /// The number of the value of `row`.
    private int number(int row) {
        return numbers.length == 0 ? row : numbers[row];
    }

    @Override
    public boolean isPresent(int row) {
        return hash(row) != 0;
    }

    @Override
    public long hash(int row) {
        return hashes[number(row)];
    }

    /// Where the text of `row` begins in the arena.
    public int start(int row) {
        int number = number(row);
        return number == 0 ? 0 : ends[number - 1];
    }

    /// Where the text of `row` ends in the arena.
    public int end(int row) {
        return ends[number(row)];
    }

    /// The number of bytes of the text of `row`.
    public int length(int row) {
        return end(row) - start(row);
    }

    /// The normalised text of `row`; empty where it is absent.
    public String text(int row) {
        return new String(arena, start(row), length(row), StandardCharsets.UTF_8);
    }

    @Override
    public boolean isSame(int row, Column other, int otherRow) {
        long hash = hash(row);
        return other instanceof TextColumn theirs
                && hash != 0
                && hash == theirs.hash(otherRow)
                && isSameText(row, theirs, otherRow);
    }

    /// Do two texts agree byte for byte?
    public boolean isSameText(int row, TextColumn other, int otherRow) {
        int start = start(row);
        int length = end(row) - start;
        int from = other.start(otherRow);
        return other.end(otherRow) - from == length
                && Words.isSame(arena, start, other.arena, from, length);
    }
}
