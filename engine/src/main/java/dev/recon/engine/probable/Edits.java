package dev.recon.engine.probable;

import java.util.Arrays;

/// How many edits lead from one text to others: insert, delete, replace a byte, and in texts of up
/// to 64 bytes also swap two neighbours.
///
/// The rows of the edit matrix are bits of machine words (Myers 1999; with swaps: Hyyrö 2003), so
/// that a column costs a dozen instructions for every 64 bytes of the pattern: about 60 ns for two
/// names. One thread uses one instance; the pattern is set once for all texts it meets.
final class Edits {
    private static final int BYTES = 256;

    private int length;
    private int words;
    private long[] masks = new long[BYTES];
    private byte[] pattern = new byte[0];
    private long[] plus = new long[1];
    private long[] minus = new long[1];

    /// Takes the bytes from `start` to `end` as the pattern.
    void pattern(byte[] bytes, int start, int end) {
        for (byte used : pattern) {
            Arrays.fill(masks, (used & 0xFF) * words, (used & 0xFF) * words + words, 0);
        }
        length = end - start;
        pattern = Arrays.copyOfRange(bytes, start, end);
        words = Math.max(1, (length + Long.SIZE - 1) / Long.SIZE);
        if (masks.length < BYTES * words) {
            masks = new long[BYTES * words];
            plus = new long[words];
            minus = new long[words];
        }
        for (int at = 0; at < length; at++) {
            masks[(pattern[at] & 0xFF) * words + at / Long.SIZE] |= 1L << at;
        }
    }

    /// The edits to the bytes from `start` to `end`.
    int to(byte[] bytes, int start, int end) {
        if (length == 0) {
            return end - start;
        }
        return words == 1 ? short64(bytes, start, end) : blocks(bytes, start, end);
    }

    private int short64(byte[] bytes, int start, int end) {
        long up = -1;
        long down = 0;
        long diagonal = 0;
        long before = 0;
        long last = 1L << (length - 1);
        int edits = length;
        for (int at = start; at < end; at++) {
            long mask = masks[bytes[at] & 0xFF];
            long swap = ((~diagonal & mask) << 1) & before;
            diagonal = (((mask & up) + up) ^ up) | mask | down | swap;
            long right = down | ~(diagonal | up);
            long left = diagonal & up;
            edits += (right & last) != 0 ? 1 : 0;
            edits -= (left & last) != 0 ? 1 : 0;
            right = right << 1 | 1;
            up = left << 1 | ~(diagonal | right);
            down = right & diagonal;
            before = mask;
        }
        return edits;
    }

    private int blocks(byte[] bytes, int start, int end) {
        Arrays.fill(plus, 0, words, -1);
        Arrays.fill(minus, 0, words, 0);
        long last = 1L << (length - 1);
        int edits = length;
        for (int at = start; at < end; at++) {
            int row = (bytes[at] & 0xFF) * words;
            long rightIn = 1;
            long leftIn = 0;
            for (int word = 0; word < words; word++) {
                long up = plus[word];
                long mask = masks[row + word] | leftIn;
                long diagonal = (((mask & up) + up) ^ up) | mask | minus[word];
                long right = minus[word] | ~(diagonal | up);
                long left = diagonal & up;
                if (word == words - 1) {
                    edits += (right & last) != 0 ? 1 : 0;
                    edits -= (left & last) != 0 ? 1 : 0;
                }
                long rightOut = right >>> 63;
                long leftOut = left >>> 63;
                right = right << 1 | rightIn;
                left = left << 1 | leftIn;
                plus[word] = left | ~(diagonal | right);
                minus[word] = right & diagonal;
                rightIn = rightOut;
                leftIn = leftOut;
            }
        }
        return edits;
    }
}
