package dev.recon.formats.bank;

import dev.recon.engine.money.Currency;
import dev.recon.formats.format.Delivery;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Amounts of bank files: exact, read digit for digit, never as floating point.
///
/// @param delivery the file, for messages
public record Amounts(Delivery delivery) {
    private static final Pattern POINT =
            Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,17})?|\\.\\d{1,17})");
    private static final Pattern COMMA = Pattern.compile("\\d{1,18}(,\\d{0,14})?|,\\d{1,14}");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{3}");

    /// An amount with a decimal point, such as `-12.30`.
    public BigDecimal point(String text, String place) {
        if (!POINT.matcher(text).matches()) {
            throw problem(text, "an amount with a decimal point, such as 12.30", place);
        }
        return new BigDecimal(text);
    }

    /// An amount with a decimal comma and without a sign, as SWIFT writes it (`15d`): `12,3`.
    public BigDecimal comma(String text, String place) {
        if (!COMMA.matcher(text).matches()) {
            throw problem(text, "an amount with a decimal comma, such as 12,30", place);
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /// An amount in minor units: with 2 decimals `1230` is 12.30.
    public BigDecimal minor(String text, int decimals, String place) {
        if (!WHOLE.matcher(text).matches()) {
            throw problem(text, "an amount in whole minor units, such as 1230", place);
        }
        return new BigDecimal(text).movePointLeft(decimals);
    }

    /// A currency of ISO 4217 by its three letters.
    public String currency(String text, String place) {
        if (!CODE.matcher(text).matches()) {
            throw delivery.problem(
                    place,
                    "'" + Excerpt.of(text) + "' as a currency",
                    "three letters of ISO 4217, such as EUR",
                    Mend.ASK_BANK);
        }
        return Currency.of(text).code();
    }

    /// The amount in its normal form: at least the decimals of its currency, more only where they
    /// are not zero. What ISO 4217 lists must keep to its decimals.
    public String text(BigDecimal amount, String currency, String place) {
        if (!currency.isEmpty()) {
            Currency listed = Currency.of(currency);
            if (listed.isListed() && amount.stripTrailingZeros().scale() > listed.decimals()) {
                throw delivery.problem(
                        place,
                        currency + " " + amount.toPlainString(),
                        "at most "
                                + listed.decimals()
                                + " decimals, as ISO 4217 has for "
                                + currency,
                        Mend.ASK_BANK);
            }
        }
        return normal(amount, currency);
    }

    /// The normal form, for messages.
    public static String normal(BigDecimal amount, String currency) {
        int decimals = currency.isEmpty() ? 2 : Currency.of(currency).decimals();
        BigDecimal stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), decimals)).toPlainString();
    }

    /// The normal form with its currency before it: `EUR 12.30`.
    public static String labelled(BigDecimal amount, String currency) {
        return (currency + " " + normal(amount, currency)).strip();
    }

    private RuntimeException problem(String text, String expected, String place) {
        return delivery.problem(
                place, "'" + Excerpt.of(text) + "' as an amount", expected, Mend.ASK_BANK);
    }
}
