package dev.recon.engine.read;

import dev.recon.engine.table.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects normalised text of one field, or only its hashes.
final class TextBuilder implements FieldBuilder {
    private final String column;
    private final int cell;
    private final NormalForm form;
    private final boolean onlyHashes;
    long[] hashes = new long[0];
    int[] ends = new int[0];
    byte[] arena = new byte[0];

    TextBuilder(String column, int cell, NormalForm form, boolean onlyHashes) {
        this.column = column;
        this.cell = cell;
        this.form = form;
        this.onlyHashes = onlyHashes;
    }

    @Override
    public boolean take(int row, RecordScanner record) {
        put(row, record.bytes(), record.start(cell), record.end(cell));
        return true;
    }

    /// Does it keep hashes alone?
    boolean isOnlyHashes() {
        return onlyHashes;
    }

    /// Takes the text between `start` and `end` as the value of `row`.
    void put(int row, byte[] bytes, int start, int end) {
        int from = row == 0 || onlyHashes ? 0 : ends[row - 1];
        int room = from + (end - start) * NormalText.GROWTH_MAX;
        if (room > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(room, arena.length * 2));
        }
        int to = NormalText.write(form, bytes, start, end, arena, from);
        hashes[row] = to == from ? 0 : Hash.of(arena, from, to - from);
        if (!onlyHashes) {
            ends[row] = to;
        }
    }

    /// The text that was taken for `row`.
    String text(int row) {
        int start = row == 0 ? 0 : ends[row - 1];
        return new String(arena, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    @Override
    public void grow(int rows) {
        hashes = Arrays.copyOf(hashes, rows);
        if (!onlyHashes) {
            ends = Arrays.copyOf(ends, rows);
        }
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public String expected(String found) {
        return "text";
    }

    @Override
    public int cell(RecordScanner record) {
        return cell;
    }
}
