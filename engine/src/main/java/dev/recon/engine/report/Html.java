package dev.recon.engine.report;

import dev.recon.engine.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Text and numbers as a page shows them; nothing from a file reaches the page unescaped.
final class Html {
    private static final DecimalFormatSymbols SYMBOLS =
            DecimalFormatSymbols.getInstance(Locale.ROOT);
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
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    /// `1,234.50`, with the true minus sign and the decimals of the currency.
    static String amount(Money money) {
        BigDecimal value = new BigDecimal(money.value());
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(value.scale());
        format.setMaximumFractionDigits(value.scale());
        return format.format(value).replace("-", MINUS);
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
