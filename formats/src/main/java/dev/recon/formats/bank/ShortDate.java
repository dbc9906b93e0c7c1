package dev.recon.formats.bank;

import dev.recon.formats.format.Delivery;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Dates of six digits, `YYMMDD`, as American formats write them; of this century until 79.
public final class ShortDate {
    private static final int YEAR_TURN = 80;

    private ShortDate() {}

    /// The ISO date; an empty text for blanks and for `000000`, which stand for none.
    public static String of(String digits, String place, Delivery delivery) {
        if (digits.isBlank() || digits.equals("000000")) {
            return "";
        }
        try {
            if (digits.matches("\\d{6}")) {
                int year = Integer.parseInt(digits.substring(0, 2));
                return LocalDate.of(
                                year < YEAR_TURN ? 2000 + year : 1900 + year,
                                Integer.parseInt(digits.substring(2, 4)),
                                Integer.parseInt(digits.substring(4)))
                        .toString();
            }
        } catch (DateTimeException _) {
            // No such day; said below like all that is no date.
        }
        throw delivery.problem(
                place,
                "'" + Excerpt.of(digits) + "' as a date",
                "a date of six digits such as 260131",
                Mend.ASK_BANK);
    }
}
