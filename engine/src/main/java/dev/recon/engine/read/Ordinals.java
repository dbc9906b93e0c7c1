package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What makes the number of a day an ordinal: `2nd`, `1er`, `1º`.
final class Ordinals {
    private static final List<byte[]> ENDINGS =
            List.of("st", "nd", "rd", "th", "er", "º").stream()
                    .map(ending -> ending.getBytes(StandardCharsets.UTF_8))
                    .toList();

    private Ordinals() {}

    /// A number read at `start`, packed with its length, and the ending behind it, when it has one.
    static long behind(long number, byte[] bytes, int start, int end) {
        int at = start + (int) (number & 0xFF);
        if (number < 0 || at >= end || isNoLetter(bytes[at])) {
            return number;
        }
        for (byte[] ending : ENDINGS) {
            int behind = at + ending.length;
            boolean whole = behind == end || (behind < end && isNoLetter(bytes[behind]));
            if (whole && Arrays.equals(bytes, at, behind, ending, 0, ending.length)) {
                return number + ending.length;
            }
        }
        return number;
    }

    private static boolean isNoLetter(byte letter) {
        int lower = letter | 0x20;
        return letter >= 0 && (lower < 'a' || lower > 'z');
    }
}
