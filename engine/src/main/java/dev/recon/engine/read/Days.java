package dev.recon.engine.read;

import java.time.LocalDate;
import java.time.Year;

/// Days since 1970-01-01 by two look-ups: the year's first day, and the month's within it.
final class Days {
    private static final int YEAR_MAX = 9999;
    private static final int MONTHS = 12;
    private static final int[] YEAR_STARTS = yearStarts();
    private static final int[] MONTH_STARTS = monthStarts(2001);
    private static final int[] MONTH_STARTS_OF_LEAP_YEAR = monthStarts(2000);

    private Days() {}

    /// The day, or [DatePattern#NOT_A_DATE] where there is no such day.
    static int of(int year, int month, int day) {
        if (month < 1 || month > MONTHS || day < 1 || year < 1 || year > YEAR_MAX) {
            return DatePattern.NOT_A_DATE;
        }
        boolean leap = (year & 3) == 0 && Year.isLeap(year);
        int[] starts = leap ? MONTH_STARTS_OF_LEAP_YEAR : MONTH_STARTS;
        int within = starts[month - 1] + day - 1;
        return within < starts[month] ? YEAR_STARTS[year] + within : DatePattern.NOT_A_DATE;
    }

    private static int[] yearStarts() {
        int[] starts = new int[YEAR_MAX + 1];
        int start = (int) LocalDate.of(1, 1, 1).toEpochDay();
        for (int year = 1; year <= YEAR_MAX; year++) {
            starts[year] = start;
            start += Year.isLeap(year) ? 366 : 365;
        }
        return starts;
    }

    private static int[] monthStarts(int year) {
        int[] starts = new int[MONTHS + 1];
        for (int month = 1; month <= MONTHS; month++) {
            starts[month] = starts[month - 1] + LocalDate.of(year, month, 1).lengthOfMonth();
        }
        return starts;
    }
}
