package dev.recon.engine.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days that programs count instead of writing them: seconds or thousandths since 1970, and the
/// days of spreadsheets, up to the year 9999, as written ones. A fraction is passed over, as a time
/// of day is.
enum CountedDays {
    /// Seconds since 1970-01-01, as of Unix.
    SECONDS("epoch-seconds", 86_400, 0),
    /// Thousandths of a second since then.
    MILLIS("epoch-millis", 86_400_000, 0),
    /// Days since 1899-12-30, as spreadsheets have counted since 1900-03-01.
    SPREADSHEET("spreadsheet-days", 1, -25_569);

    private static final int DIGITS_MAX = 15;
    private static final long DAY_MAX = LocalDate.of(9999, 12, 31).toEpochDay();

    private final String word;
    private final long perDay;
    private final int first;

    CountedDays(String word, long perDay, int first) {
        this.word = word;
        this.perDay = perDay;
        this.first = first;
    }

    /// The count of this name, or null.
    static @Nullable CountedDays find(String word) {
        for (CountedDays counted : values()) {
            if (counted.word.equals(word)) {
                return counted;
            }
        }
        return null;
    }

    /// The word that stands in place of a pattern.
    String word() {
        return word;
    }

    /// The days since 1970-01-01, or [DatePattern#NOT_A_DATE].
    int parse(byte[] bytes, int start, int end) {
        long value = 0;
        int at = start;
        while (at < end && isDigit(bytes[at])) {
            value = value * 10 + bytes[at++] - '0';
            if (at - start > DIGITS_MAX) {
                return DatePattern.NOT_A_DATE;
            }
        }
        long day = value / perDay + first;
        return at > start && isFraction(bytes, at, end) && day <= DAY_MAX
                ? (int) day
                : DatePattern.NOT_A_DATE;
    }

    /// The first moment of a day, as it is counted.
    String format(int epochDay) {
        return String.valueOf((epochDay - (long) first) * perDay);
    }

    private static boolean isFraction(byte[] bytes, int start, int end) {
        if (start == end) {
            return true;
        }
        int at = start + 1;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return bytes[start] == '.' && at == end;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
