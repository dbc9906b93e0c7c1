package dev.recon.formats.qif;

import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a file writes dates and amounts, which the format leaves open; found by reading it once.
final class QifDialect {
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,4})\\s*[/.\\-]\\s*(\\d{1,2})\\s*[/.'\\-]\\s*(\\d{1,4})");
    private static final Pattern AMOUNT = Pattern.compile("[+-]?[\\d.,']{1,30}");
    private static final int YEAR_TURN = 70;

    private final Delivery delivery;
    private boolean isShort;
    private boolean dayFirst;
    private boolean monthFirst;
    private boolean commaDecides;
    private boolean pointDecides;

    QifDialect(Delivery delivery) {
        this.delivery = delivery;
    }

    /// Learns from a line of the file: a day above 12, a mark that is no group of thousands.
    void learn(char field, String text) {
        if (field == 'D') {
            Matcher date = DATE.matcher(text.strip());
            if (date.matches() && date.group(1).length() <= 2) {
                isShort = true;
                dayFirst |= Integer.parseInt(date.group(1)) > 12;
                monthFirst |= Integer.parseInt(date.group(2)) > 12;
            }
        } else if (field == 'T' || field == 'U' || field == '$') {
            int comma = text.lastIndexOf(',');
            int point = text.lastIndexOf('.');
            commaDecides |= comma > point && (point >= 0 || text.strip().length() - comma != 4);
            pointDecides |= point > comma && (comma >= 0 || text.strip().length() - point != 4);
        }
    }

    /// What a person should know: an order of day and month that nothing decides.
    boolean isDateOpen() {
        return isShort && !dayFirst && !monthFirst;
    }

    void requireOneOrder() {
        if (dayFirst && monthFirst) {
            throw delivery.problem(
                    "",
                    "dates with the day first and dates with the month first",
                    "one order of day and month",
                    "Export it again with dates in one order.");
        }
    }

    /// A date in ISO form; where nothing decides, the month comes first, as Quicken writes it.
    String date(String text, String place) {
        Matcher parts = DATE.matcher(text.strip());
        try {
            if (parts.matches()) {
                int first = Integer.parseInt(parts.group(1));
                int second = Integer.parseInt(parts.group(2));
                int third = Integer.parseInt(parts.group(3));
                if (parts.group(1).length() > 2) {
                    return LocalDate.of(first, second, third).toString();
                }
                int year = parts.group(3).length() > 2 ? third : century(third);
                return dayFirst
                        ? LocalDate.of(year, second, first).toString()
                        : LocalDate.of(year, first, second).toString();
            }
        } catch (DateTimeException _) {
            // No such day; said below like all that is no date.
        }
        throw delivery.problem(
                place,
                "'" + Excerpt.of(text) + "' as a date",
                (dayFirst ? "day, month and year" : "month, day and year") + " such as 1/31'26",
                Mend.ASK_BANK);
    }

    private static int century(int year) {
        return year < YEAR_TURN ? 2000 + year : 1900 + year;
    }

    /// An exact amount without groups of thousands.
    BigDecimal amount(String text, String place) {
        String plain = text.strip().replace(" ", "");
        boolean isComma = commaDecides && !pointDecides;
        String digits =
                isComma
                        ? plain.replaceAll("[.']", "").replace(',', '.')
                        : plain.replaceAll("[,']", "");
        if (!AMOUNT.matcher(plain).matches()
                || !digits.matches("[+-]?\\d{1,18}(\\.\\d{0,9})?|[+-]?\\.\\d{1,9}")) {
            throw delivery.problem(
                    place,
                    "'" + Excerpt.of(text) + "' as an amount",
                    "an amount such as -1,204.50",
                    Mend.ASK_BANK);
        }
        return new BigDecimal(digits);
    }
}
