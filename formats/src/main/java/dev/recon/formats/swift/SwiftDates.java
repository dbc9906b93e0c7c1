package dev.recon.formats.swift;

import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// Dates as SWIFT writes them: two digits of the year, or none.
///
/// Banks that count 30 days a month write a 30 February. It is read as the last day of the month.
final class SwiftDates {
    private static final int YEAR_TURN = 80;
    private static final int DAYS_MAX = 31;

    private final Delivery delivery;
    private long moved;

    SwiftDates(Delivery delivery) {
        this.delivery = delivery;
    }

    /// `YYMMDD`; years from 80 are of the last century (ISO 9362 networks began in 1977).
    LocalDate full(String digits, String place) {
        int year = Integer.parseInt(digits.substring(0, 2));
        return day(year < YEAR_TURN ? 2000 + year : 1900 + year, digits.substring(2), place);
    }

    /// `MMDD`, in the year that brings it nearest to another date.
    LocalDate near(String digits, LocalDate other, String place) {
        LocalDate same = day(other.getYear(), digits, place);
        long days = same.toEpochDay() - other.toEpochDay();
        int halfYear = 183;
        if (days > halfYear) {
            return day(other.getYear() - 1, digits, place);
        }
        return days < -halfYear ? day(other.getYear() + 1, digits, place) : same;
    }

    /// What a person should know of the dates.
    List<String> notes() {
        return moved == 0
                ? List.of()
                : List.of(
                        moved
                                + (moved == 1 ? " date does" : " dates do")
                                + " not exist in the calendar (such as 30 February):"
                                + " read as the last day of the month.");
    }

    private LocalDate day(int year, String monthAndDay, String place) {
        int month = Integer.parseInt(monthAndDay.substring(0, 2));
        int day = Integer.parseInt(monthAndDay.substring(2));
        if (month < 1 || month > 12 || day < 1 || day > DAYS_MAX) {
            throw delivery.problem(
                    place,
                    "'" + monthAndDay + "' as month and day",
                    "a month from 01 to 12 and a day from 01 to 31",
                    Mend.ASK_BANK);
        }
        YearMonth of = YearMonth.of(year, month);
        if (day > of.lengthOfMonth()) {
            moved++;
        }
        return of.atDay(Math.min(day, of.lengthOfMonth()));
    }
}
