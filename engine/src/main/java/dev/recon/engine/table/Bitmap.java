package dev.recon.engine.table;

/// One bit a row.
public final class Bitmap {
    private final long[] words;
    private final int rows;

    public Bitmap(int rows) {
        this.rows = rows;
        this.words = new long[(rows + Long.SIZE - 1) / Long.SIZE];
    }

    public int rows() {
        return rows;
    }

    public boolean get(int row) {
        return (words[row >>> 6] & 1L << row) != 0;
    }

    public void set(int row) {
        words[row >>> 6] |= 1L << row;
    }

    public void clear(int row) {
        words[row >>> 6] &= ~(1L << row);
    }

    /// The number of rows that are set.
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
