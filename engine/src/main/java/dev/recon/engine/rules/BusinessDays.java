package dev.recon.engine.rules;

import java.time.LocalDate;

/// The business days of a place, as a plain table: for each day how many there were up to it.
///
/// From a Friday to the next Monday it is one business day; a day off counts as the business day
/// before it. Outside the years of the table only weekends are days off. 4 bytes a day of the
/// table, one read of memory a question.
public final class BusinessDays {
    private static final int WEEK = 7;

    private final int start;
    private final int[] ordinals;
    private final boolean[] weekend;
    private final int daysAWeek;

    /// @param start the first day of the table, in days since 1970-01-01
    /// @param off for each day from `start`, is it a holiday or a weekend?
    /// @param weekend for each day of the week from Monday, does it belong to the weekend?
    BusinessDays(int start, boolean[] off, boolean[] weekend) {
        this.start = start;
        this.ordinals = new int[off.length];
        this.weekend = weekend.clone();
        int count = 0;
        for (int day = 0; day < off.length; day++) {
            count += off[day] ? 0 : 1;
            ordinals[day] = count;
        }
        int working = 0;
        for (boolean free : weekend) {
            working += free ? 0 : 1;
        }
        this.daysAWeek = working;
    }

    /// How many business days there were up to a day, itself included, since the table begins.
    public int ordinal(int day) {
        int at = day - start;
        if (at >= 0 && at < ordinals.length) {
            return ordinals[at];
        }
        return at < 0
                ? -weekdays(day + 1, start)
                : ordinals[ordinals.length - 1] + weekdays(start + ordinals.length, day + 1);
    }

    /// Business days from one day to another; negative when it lies before.
    public int between(int from, int to) {
        return ordinal(to) - ordinal(from);
    }

    /// Business days of a week without a holiday.
    public int daysAWeek() {
        return daysAWeek;
    }

    /// The days from `from` to `to` - 1 that belong to no weekend.
    private int weekdays(int from, int to) {
        int weeks = (to - from) / WEEK;
        int count = weeks * daysAWeek;
        for (int day = from + weeks * WEEK; day < to; day++) {
            count += weekend[LocalDate.ofEpochDay(day).getDayOfWeek().getValue() - 1] ? 0 : 1;
        }
        return count;
    }
}
