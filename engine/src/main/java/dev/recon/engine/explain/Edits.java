package dev.recon.engine.explain;

import dev.recon.engine.probable.NearTexts;
import java.nio.charset.StandardCharsets;

/// Counts the edits between two texts: insert, delete or replace one character.
final class Edits {
    /// Of longer texts only so many characters are compared, from where they begin to differ.
    private static final int CHARS_MAX = 64;

    private Edits() {}

    /// Levenshtein's distance: exact up to [NearTexts#EDITS_MAX], above it that of what is
    /// compared.
    static int between(String one, String other) {
        int near = NearTexts.of(one, other).edits();
        return near <= NearTexts.EDITS_MAX ? near : Math.max(near, far(one, other));
    }

    /// How many characters of the longer text are looked at.
    static int compared(String one, String other) {
        int longer =
                Math.max(
                        one.codePointCount(0, one.length()),
                        other.codePointCount(0, other.length()));
        return Math.min(longer, one.codePointCount(0, same(one, other)) + CHARS_MAX);
    }

    /// 4,096 steps at most.
    private static int far(String one, String other) {
        int same = same(one, other);
        int[] a = one.substring(same).codePoints().limit(CHARS_MAX).toArray();
        int[] b = other.substring(same).codePoints().limit(CHARS_MAX).toArray();
        int[] row = new int[b.length + 1];
        for (int at = 0; at < row.length; at++) {
            row[at] = at;
        }
        for (int i = 1; i <= a.length; i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length];
    }

    /// How much both begin with, in whole characters.
    private static int same(String one, String other) {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same > 0 && Character.isHighSurrogate(one.charAt(same - 1)) ? same - 1 : same;
    }

    /// Letters and digits only, in upper case.
    static String code(String text) {
        StringBuilder code = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> code.appendCodePoint(Character.toUpperCase(letter)));
        return code.toString();
    }

    /// 1 for the same, 0 for nothing in common.
    static double alike(String one, String other) {
        int compared = compared(one, other);
        return compared == 0 ? 1 : 1 - (double) between(one, other) / compared;
    }

    /// What two stretches of bytes of equal beginning and end have in common, in tenths of the
    /// longer: a first look at a million texts, about 5 ns each.
    static int outerTenths(byte[] one, byte[] arena, int start, int end) {
        int length = end - start;
        int shorter = Math.min(one.length, length);
        int head = 0;
        while (head < shorter && one[head] == arena[start + head]) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && one[one.length - 1 - tail] == arena[end - 1 - tail]) {
            tail++;
        }
        int longer = Math.max(one.length, length);
        return longer == 0 ? 10 : (head + tail) * 10 / longer;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
