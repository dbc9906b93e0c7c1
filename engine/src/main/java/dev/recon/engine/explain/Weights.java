package dev.recon.engine.explain;

import java.util.Locale;

/// How much a field says where no model was learned. The weights are stated: about the binary
/// logarithm of how much likelier the agreement is between entries that belong together than
/// between others. A sum of them ranks candidates; it is no probability.
final class Weights {
    static final double REFERENCE_SAME = 6;
    static final double REFERENCE_OTHER = -3;
    static final double AMOUNT_SAME = 4;
    static final double AMOUNT_FAR = -4;
    static final double DATE_SAME = 3;
    static final double DATE_FAR = -4;
    static final double DATE_PER_DAY = 0.7;
    static final double WORDS_SAME = 2;
    static final double WORDS_OTHER = -1;
    static final double OTHER_SAME = 1.5;
    static final double OTHER_DIFFERS = -0.5;
    static final double CURRENCY_SAME = 1;
    static final double CURRENCY_OTHER = -6;

    /// From this share of equal characters on, two texts are alike.
    static final double NEAR = 0.7;

    /// Short references are alike by chance: what each equal character of two alike ones is worth.
    static final double PER_CHARACTER = 0.5;

    /// Shorter references stand in texts by chance.
    static final int IN_TEXT_MIN = 4;

    /// A thousandth part more or less costs 2.5; see [#amount].
    static final double AMOUNT_PER_TENTH = 2.5;

    private Weights() {}

    /// By the relative difference: 1 % apart still speaks a little for it, 25 % against it.
    static double amount(long left, long right) {
        if (left == right) {
            return AMOUNT_SAME;
        }
        double larger = Math.max(Math.abs((double) left), Math.abs((double) right));
        double apart = Math.abs((double) left - right) / larger;
        double steps = Math.log10(apart) + 2;
        return round(Math.clamp(1 - steps * AMOUNT_PER_TENTH, AMOUNT_FAR, AMOUNT_SAME - 1));
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
        double alike = Edits.alike(one, other);
        double agreeing = alike * Math.max(one.length(), other.length());
        double near = Math.min(REFERENCE_SAME * (2 * alike - 1), agreeing * PER_CHARACTER);
        return round(alike >= NEAR ? near : REFERENCE_OTHER);
    }

    /// Does one reference stand inside the text of the other side?
    static double inText(String reference, String text) {
        String looked = code(reference);
        boolean stands = looked.length() >= IN_TEXT_MIN && code(text).contains(looked);
        return stands ? REFERENCE_SAME - 1 : 0;
    }

    static double words(String left, String right) {
        String one = left.strip().toLowerCase(Locale.ROOT);
        String other = right.strip().toLowerCase(Locale.ROOT);
        double alike = Edits.alike(one, other);
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

    private static double round(double weight) {
        return Math.round(weight * 10) / 10.0;
    }
}
