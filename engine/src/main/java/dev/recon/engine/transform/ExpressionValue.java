package dev.recon.engine.transform;

import dev.recon.engine.money.Money;
import dev.recon.engine.read.AmountParser;
import dev.recon.engine.read.DatePattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/// The values of expressions beside text: exact amounts and days.
final class ExpressionValue {
    /// Digits of an amount, before and behind its mark.
    private static final int DIGITS_MAX = 40;

    private static final int DECIMALS_MAX = 10;
    private static final int DAYS_MAX = 36_600;

    private ExpressionValue() {}

    /// A result as the field's type reads it: an amount as a plain number, a day as yyyy-MM-dd.
    static String text(Object value) {
        return value instanceof Amount(BigDecimal number)
                ? number.toPlainString()
                : String.valueOf(value);
    }

    /// An exact decimal number; equal when the numbers are, whatever zeros they end with.
    record Amount(BigDecimal number) implements Comparable<Amount> {
        Amount {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            if (number.precision() > DIGITS_MAX || Math.abs(number.scale()) > DIGITS_MAX) {
                throw new UnfitArgument("an amount of at most " + DIGITS_MAX + " digits");
            }
        }

        /// Reads what a field of amounts reads, by the same parser.
        static Amount of(String text, char mark) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int decimals = Money.DECIMALS_MAX; decimals >= 0; decimals--) {
                long units = new AmountParser(mark, decimals).parse(bytes, 0, bytes.length);
                if (units != AmountParser.NOT_AN_AMOUNT) {
                    return new Amount(BigDecimal.valueOf(units, decimals));
                }
            }
            throw new UnfitArgument(
                    "an amount with the decimal mark '"
                            + mark
                            + "' for amount(), found "
                            + LookUp.shown(text));
        }

        Amount rounded(long decimals) {
            if (decimals < 0 || decimals > DECIMALS_MAX) {
                throw new UnfitArgument("0 to " + DECIMALS_MAX + " decimals for round()");
            }
            return new Amount(number.setScale((int) decimals, RoundingMode.HALF_UP));
        }

        @Override
        public int compareTo(Amount other) {
            return number.compareTo(other.number);
        }
    }

    static LocalDate day(String text, DatePattern pattern) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int day = pattern.parse(bytes, 0, bytes.length);
        if (day == DatePattern.NOT_A_DATE) {
            throw new UnfitArgument(
                    "a date written as " + pattern + " for date(), found " + LookUp.shown(text));
        }
        return LocalDate.ofEpochDay(day);
    }

    static DayOfWeek weekday(String text, String function) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new UnfitArgument(
                                "a day of the week, such as \"monday\", for "
                                        + function
                                        + "(), found "
                                        + LookUp.shown(text)));
    }

    static LocalDate later(LocalDate day, long days) {
        if (Math.abs(days) > DAYS_MAX) {
            throw new UnfitArgument("at most " + DAYS_MAX + " days for plusDays()");
        }
        return day.plusDays(days);
    }
}
