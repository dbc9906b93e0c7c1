package dev.recon.engine.report;

import dev.recon.engine.money.Money;
import java.math.BigDecimal;

/// Text and numbers as a page shows them; nothing from a file reaches the page unescaped.
final class Html {
    private static final int TEXT_CHARS_MAX = 120;
    private static final String MINUS = "\u2212";

    private Html() {}

    /// A text of somebody else's, shortened, and kept from changing the direction of ours.
    static String text(String value) {
        boolean fits = value.codePointCount(0, value.length()) <= TEXT_CHARS_MAX;
        String shown =
                fits
                        ? value
                        : value.substring(0, value.offsetByCodePoints(0, TEXT_CHARS_MAX)) + "…";
        return "<bdi>" + escape(shown) + "</bdi>";
    }

    static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.append(' ');
                default -> escaped.append(Character.isISOControl(letter) ? '\uFFFD' : letter);
            }
        }
        return escaped.toString();
    }

    /// `1,234,567`.
    static String count(long number) {
        return grouped(Long.toString(number));
    }

    /// `1,234.50`, with the true minus sign and the decimals of the currency.
    static String amount(Money money) {
        return grouped(money.value());
    }

    /// A plain number with a comma between each three digits before the point.
    private static String grouped(String number) {
        StringBuilder grouped = new StringBuilder(number.length() + 8);
        int point = number.indexOf('.');
        int end = point < 0 ? number.length() : point;
        int first = number.startsWith("-") ? 1 : 0;
        grouped.append(first == 1 ? MINUS : "");
        for (int at = first; at < end; at++) {
            grouped.append(at > first && (end - at) % 3 == 0 ? "," : "").append(number.charAt(at));
        }
        return grouped.append(number, end, number.length()).toString();
    }

    /// `EUR 1,234.50`, never broken over two lines.
    static String money(Money money) {
        return "<span class=\"money\"><span class=\"currency\">"
                + money.currency()
                + "</span> "
                + amount(money)
                + "</span>";
    }

    /// Rounded down, so that 100 % means all of them.
    static String percent(long part, long whole) {
        if (whole == 0) {
            return "0 %";
        }
        BigDecimal share =
                BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 2, java.math.RoundingMode.DOWN);
        return share.stripTrailingZeros().toPlainString() + " %";
    }

    /// `1 break`, `2 breaks`.
    static String plural(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }
}
