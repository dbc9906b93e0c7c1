package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Set;

/// Weeks as exports name them: a word and a number, such as `W05`, `KW 5` or `Week 5`. They are
/// those of ISO 8601: they begin on Monday, and the first of a year has its 4 January.
final class Weeks {
    private static final Set<String> WORDS =
            Set.of(
                    "w",
                    "wk",
                    "week",
                    "cw",
                    "kw",
                    "woche",
                    "s",
                    "sem",
                    "semaine",
                    "semana",
                    "sett",
                    "settimana",
                    "v",
                    "vecka",
                    "uge",
                    "uke",
                    "tydz",
                    "tydzień",
                    "第");

    private static final int WORD_LENGTH_MAX = 10;
    private static final int WEEKS_MAX = 53;
    private static final int DAYS = 7;

    private Weeks() {}

    /// The number of the week at `start` and how many bytes it has with its word, packed; -1 when
    /// there is none.
    static long read(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && (bytes[at] < 0 || Character.isLetter(bytes[at]))) {
            at++;
        }
        if (at == start || at - start > WORD_LENGTH_MAX) {
            return -1;
        }
        String word = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        while (at < end && (bytes[at] == ' ' || bytes[at] == '.')) {
            at++;
        }
        int number = 0;
        int first = at;
        while (at < end && at - first < 2 && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + bytes[at++] - '0';
        }
        boolean known = at > first && WORDS.contains(word.toLowerCase(Locale.ROOT));
        return known ? (long) number << 8 | (at - start) : -1;
    }

    /// The Monday of a week, or [DatePattern#NOT_A_DATE] where the year has no such week.
    static int monday(int year, int week) {
        int first = firstMonday(year);
        boolean known = first != DatePattern.NOT_A_DATE && week >= 1 && week <= WEEKS_MAX;
        if (!known) {
            return DatePattern.NOT_A_DATE;
        }
        int monday = first + DAYS * (week - 1);
        return week == WEEKS_MAX && monday == firstMonday(year + 1)
                ? DatePattern.NOT_A_DATE
                : monday;
    }

    private static int firstMonday(int year) {
        int day = Days.of(year, 1, 4);
        // 1970-01-01 was a Thursday.
        return day == DatePattern.NOT_A_DATE ? day : day - Math.floorMod(day + 3, DAYS);
    }

    /// `W05`.
    static byte[] written(LocalDate date) {
        int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return String.format(Locale.ROOT, "W%02d", week).getBytes(StandardCharsets.US_ASCII);
    }
}
