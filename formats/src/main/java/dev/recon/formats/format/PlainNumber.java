package dev.recon.formats.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// Numbers as files store them, written out digit by digit: no exponent, a point, no float.
public final class PlainNumber {
    private static final int CHARACTERS_MAX = 400;
    private static final int SCALE_MAX = 400;

    /// A spreadsheet shows and computes with this many digits; more are noise of its binary form.
    private static final MathContext SHEET = new MathContext(15, RoundingMode.HALF_EVEN);

    private PlainNumber() {}

    /// A decimal number with or without an exponent; nothing if the text is none, or out of bounds.
    public static Optional<String> of(String text) {
        return parse(text).map(BigDecimal::toPlainString);
    }

    /// A number that a spreadsheet keeps in binary, as it shows it: 1234.5600000000001 is 1234.56.
    public static Optional<String> ofSheet(String text) {
        return parse(text).map(PlainNumber::shown);
    }

    /// The shortest decimal number that is this one in binary.
    public static Optional<String> ofBinary(double number) {
        return Double.isFinite(number) ? of(Double.toString(number)) : Optional.empty();
    }

    /// The exact value of a text; nothing if it is no number, or out of bounds.
    public static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > CHARACTERS_MAX || !isPlausible(text)) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            long digits = (long) number.precision() - number.scale();
            boolean inBounds = Math.abs((long) number.scale()) <= SCALE_MAX && digits <= SCALE_MAX;
            return inBounds ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String shown(BigDecimal number) {
        BigDecimal rounded = number.round(SHEET);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /// Digits of other scripts are none that we read.
    private static boolean isPlausible(String text) {
        return text.chars()
                .allMatch(
                        each -> (each >= '0' && each <= '9') || ".-+eE".indexOf((char) each) >= 0);
    }
}
