package dev.recon.server.match;

import java.util.Locale;

/// How much a field says. The weights are stated, not learned: about the binary logarithm of how
/// much likelier the agreement is between entries that belong together than between others. A score
/// of them ranks candidates; it is no probability.
final class Weights {
    private static final double REFERENCE_SAME = 6;
    private static final double REFERENCE_OTHER = -3;
    private static final double AMOUNT_SAME = 4;
    private static final double AMOUNT_FAR = -4;
    private static final double DATE_SAME = 3;
    private static final double DATE_FAR = -4;
    private static final double DATE_PER_DAY = 0.7;
    private static final double WORDS_SAME = 2;
    private static final double WORDS_OTHER = -1;
    private static final double OTHER_SAME = 1.5;
    private static final double OTHER_DIFFERS = -0.5;
    private static final double NEAR = 0.7;
    private static final int CHARS_MAX = 64;

    private Weights() {}

    /// By the relative difference: 1 % apart still speaks a little for it, 25 % against it.
    static double amount(long left, long right) {
        if (left == right) {
            return AMOUNT_SAME;
        }
        double larger = Math.max(Math.abs((double) left), Math.abs((double) right));
        double apart = Math.abs((double) left - right) / larger;
        double steps = Math.log10(apart) + 2;
        return round(Math.clamp(1 - steps * 2.5, AMOUNT_FAR, AMOUNT_SAME - 1));
    }

    static double days(long apart) {
        return round(Math.max(DATE_FAR, DATE_SAME - DATE_PER_DAY * Math.abs(apart)));
    }

    static double reference(String left, String right) {
        String one = code(left);
        String other = code(right);
        if (one.equals(other)) {
            return REFERENCE_SAME;
        }
        double alike = similarity(one, other);
        return round(alike >= NEAR ? REFERENCE_SAME * (2 * alike - 1) : REFERENCE_OTHER);
    }

    /// Does one reference stand inside the text of the other side?
    static double inText(String reference, String text) {
        String looked = code(reference);
        return looked.length() >= 4 && code(text).contains(looked) ? REFERENCE_SAME - 1 : 0;
    }

    static double words(String left, String right) {
        String one = left.strip().toLowerCase(Locale.ROOT);
        String other = right.strip().toLowerCase(Locale.ROOT);
        double alike = similarity(one, other);
        return round(alike >= NEAR ? WORDS_SAME * (2 * alike - 1) : WORDS_OTHER);
    }

    static double other(String left, String right) {
        return code(left).equals(code(right)) ? OTHER_SAME : OTHER_DIFFERS;
    }

    /// Letters and digits only, in upper case.
    static String code(String text) {
        StringBuilder code = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> code.appendCodePoint(Character.toUpperCase(letter)));
        return code.toString();
    }

    /// 1 for the same, 0 for nothing in common: Levenshtein's distance of the first 64 characters
    /// in parts of the longer text.
    static double similarity(String one, String other) {
        String a = one.substring(0, Math.min(one.length(), CHARS_MAX));
        String b = other.substring(0, Math.min(other.length(), CHARS_MAX));
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - (double) distance(a, b) / longer;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int at = 0; at < row.length; at++) {
            row[at] = at;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static double round(double weight) {
        return Math.round(weight * 10) / 10.0;
    }
}
