package dev.recon.engine.read;

import dev.recon.engine.table.Words;

/// Checks that bytes are UTF-8, at the cost of a look at every eighth byte where they are ASCII.
final class Utf8 {
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /// Is any of the first `length` bytes not ASCII?
    static boolean hasHighBytes(byte[] bytes, int length) {
        long seen = 0;
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            seen |= Words.at(bytes, at);
        }
        for (; at < length; at++) {
            seen |= (long) bytes[at] << (Long.SIZE - Byte.SIZE);
        }
        return (seen & HIGH_BITS) != 0;
    }

    /// The place of the first byte between `start` and `end` that is not UTF-8, or -1.
    static int firstBroken(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        for (int length; at < end; at += length) {
            length = length(bytes, at, end);
            if (length == 0) {
                return at;
            }
        }
        return -1;
    }

    /// The length of the sequence at `at`, 0 when it is not UTF-8 (Unicode 17, table 3-7).
    static int length(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int min = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int max = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        boolean proper = second >= min && second <= max;
        for (int next = 2; next < length; next++) {
            proper &= (bytes[at + next] & 0xC0) == 0x80;
        }
        return proper ? length : 0;
    }
}
