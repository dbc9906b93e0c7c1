package dev.recon.engine.read;

import java.math.BigDecimal;
import java.util.Random;

/// Writes numbers as people and banks do.
final class AmountNotation {
    private static final String[] DRESSES = {
        "%s",
        "%s",
        "-%s",
        "+%s",
        "%s-",
        "(%s)",
        " %s",
        "€%s",
        "-€%s",
        "€-%s",
        "%s €",
        "USD %s",
        "%s CHF",
        "USD -%s",
        "%s CR",
        "%s DR",
        "(%s EUR)",
        "− %s",
        "%s\u00A0€",
        "$ %s",
        "%s-  "
    };

    private AmountNotation() {}

    /// A number that is not negative in some notation with this decimal mark; some of them say that
    /// it is negative.
    static String write(BigDecimal value, char mark, Random random) {
        String plain = value.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : mark + plain.substring(point + 1);
        String number = grouped(whole, mark, random) + fraction;
        if (whole.equals("0") && !fraction.isEmpty() && random.nextInt(4) == 0) {
            number = fraction;
        }
        return String.format(DRESSES[random.nextInt(DRESSES.length)], number);
    }

    static boolean isNegative(String text) {
        return text.matches(".*[-−(].*|.*DR");
    }

    private static String grouped(String whole, char mark, Random random) {
        String[] marks = {"", "", mark == '.' ? "," : ".", "'", " ", "\u00A0", "’", "\u2009"};
        String group = marks[random.nextInt(marks.length)];
        StringBuilder text = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            text.insert(at, group);
        }
        return text.toString();
    }
}
