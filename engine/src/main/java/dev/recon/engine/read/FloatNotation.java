package dev.recon.engine.read;

import dev.recon.engine.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts as programs print floating-point numbers: `1.2345E+04`, `0.30000000000000004`.
///
/// What such a number has beyond the nine decimals that an amount may have is the noise of binary
/// fractions when nothing but zeros stand before it: at least three of the nine. Whatever else has
/// so many decimals is no amount: it is never rounded.
final class FloatNotation {
    private static final int BYTES_MAX = 28;

    /// No program prints more of a double.
    private static final int DIGITS_MAX = 17;

    /// So many zeros before the noise are no chance.
    private static final int ZEROS_MIN = 3;

    /// Without a mark or a sign of the exponent (`1e5`) it is a code.
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[-+]?[0-9](?:(?:[.,][0-9]+)?[eE][-+]|[.,][0-9]+[eE])[0-9]{1,2}");

    private static final Pattern LONG = Pattern.compile("[-+]?[0-9]+[.,][0-9]+");

    private FloatNotation() {}

    /// A cheap look before the expensive one.
    static boolean mayBe(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length < "1E+1".length() || length > BYTES_MAX) {
            return false;
        }
        boolean exponent = false;
        for (int at = start; at < end; at++) {
            byte letter = bytes[at];
            boolean digit = letter >= '0' && letter <= '9';
            boolean known = letter >= '+' && letter <= '.'; // + , - .
            boolean mark = (letter | 0x20) == 'e';
            exponent |= mark;
            if (!digit && !known && !mark) {
                return false;
            }
        }
        return exponent || length > Money.DECIMALS_MAX + 1;
    }

    /// The units of the amount in `text`, or [AmountParser#NOT_AN_AMOUNT].
    static long units(String text, char mark, int decimals) {
        Matcher scientific = SCIENTIFIC.matcher(text);
        if (text.indexOf(mark == '.' ? ',' : '.') >= 0
                || (!scientific.matches() && !LONG.matcher(text).matches())) {
            return AmountParser.NOT_AN_AMOUNT;
        }
        BigDecimal value = meant(new BigDecimal(text.replace(',', '.')));
        int digits = value.precision() - value.scale() + decimals;
        return value.scale() > decimals || digits > AmountParser.DIGITS_MAX
                ? AmountParser.NOT_AN_AMOUNT
                : value.movePointRight(decimals).longValueExact();
    }

    /// The number without its noise, where that is what it has.
    private static BigDecimal meant(BigDecimal printed) {
        BigDecimal plain = printed.stripTrailingZeros();
        if (plain.scale() <= Money.DECIMALS_MAX || plain.precision() > DIGITS_MAX) {
            return plain;
        }
        BigDecimal meant =
                plain.setScale(Money.DECIMALS_MAX, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return meant.scale() <= Money.DECIMALS_MAX - ZEROS_MIN ? meant : plain;
    }
}
