package dev.recon.engine.match;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// A growing list of pairs of numbers, left and right.
final class RowPairs {
    int[] left = new int[64];
    int[] right = new int[64];
    int count;

    void add(int leftNumber, int rightNumber) {
        if (count == left.length) {
            left = Arrays.copyOf(left, count * 2);
            right = Arrays.copyOf(right, count * 2);
        }
        left[count] = leftNumber;
        right[count++] = rightNumber;
    }

    void clear() {
        count = 0;
    }

    /// Keeps the pairs for whose place `kept` is true, in place and in order.
    void keep(IntPredicate kept) {
        int to = 0;
        for (int at = 0; at < count; at++) {
            if (kept.test(at)) {
                left[to] = left[at];
                right[to++] = right[at];
            }
        }
        count = to;
    }
}
