package dev.recon.engine.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// How a date is written, as a pattern of `yyyy yy MM M MMM dd d` and separators, such as
/// `dd/MM/yyyy`, `yyyyMMdd` or `d MMM yyyy`.
///
/// Reading is by position, without objects: one date of ten characters costs about 10 ns. A time
/// behind the date (`T10:00`, ` 10:00:00Z`) is passed over: business dates are taken as written.
public final class DatePattern {
    /// What [#parse] returns for bytes that are no date of this pattern.
    public static final int NOT_A_DATE = Integer.MIN_VALUE;

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final int CENTURY_TURN = 70;

    /// Characters of the longest pattern; a form of fixed width has room for them.
    private static final int LENGTH_MAX = 100;

    private static final String TIME_LETTERS = "0123456789:.,+- ZAPMUTCGapm";

    private final String pattern;
    private final byte[] parts;
    private final int[] widths;
    private final Fixed fixed;

    private DatePattern(String pattern, byte[] parts, int[] widths) {
        this.pattern = pattern;
        this.parts = parts;
        this.widths = widths;
        this.fixed = Fixed.of(parts, widths);
    }

    /// The pattern of a text.
    ///
    /// @throws IllegalArgumentException when it has not exactly one year, month and day, or is long
    public static DatePattern of(String pattern) {
        if (pattern.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "expected at most " + LENGTH_MAX + " characters, found " + pattern.length());
        }
        byte[] parts = new byte[pattern.length()];
        int[] widths = new int[pattern.length()];
        int count = 0;
        for (int at = 0; at < pattern.length(); ) {
            char letter = pattern.charAt(at) < 0x80 ? pattern.charAt(at) : 'x';
            int end = at + 1;
            while (end < pattern.length() && letter == pattern.charAt(end) && isPart(letter)) {
                end++;
            }
            parts[count] = (byte) letter;
            widths[count++] = end - at;
            at = end;
        }
        DatePattern made =
                new DatePattern(
                        pattern,
                        java.util.Arrays.copyOf(parts, count),
                        java.util.Arrays.copyOf(widths, count));
        made.requireOneOfEach();
        return made;
    }

    /// The days since 1970-01-01 of the date in `bytes`, or [#NOT_A_DATE].
    public int parse(byte[] bytes, int start, int end) {
        return end - start == fixed.length()
                ? fixed.parse(bytes, start)
                : general(bytes, start, end);
    }

    private int general(byte[] bytes, int start, int end) {
        int at = start;
        int year = 0;
        int month = 0;
        int day = 0;
        for (int part = 0; part < parts.length; part++) {
            byte kind = parts[part];
            if (!isPart(kind)) {
                if (at >= end || bytes[at++] != kind) {
                    return NOT_A_DATE;
                }
                continue;
            }
            long read =
                    kind == 'M' && widths[part] == 3
                            ? monthName(bytes, at, end)
                            : number(bytes, at, end, widths[part]);
            if (read < 0) {
                return NOT_A_DATE;
            }
            int value = (int) (read >>> 8);
            at += (int) (read & 0xFF);
            switch (kind) {
                case 'y' -> year = widths[part] == 2 ? century(value) : value;
                case 'M' -> month = value;
                default -> day = value;
            }
        }
        return at == end || isTime(bytes, at, end) ? Days.of(year, month, day) : NOT_A_DATE;
    }

    /// The date as it would be written in this pattern.
    public String format(int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        StringBuilder text = new StringBuilder();
        for (int part = 0; part < parts.length; part++) {
            int width = widths[part];
            switch (parts[part]) {
                case 'y' ->
                        text.append(
                                padded(width == 2 ? date.getYear() % 100 : date.getYear(), width));
                case 'M' -> text.append(month(date.getMonthValue(), width));
                case 'd' -> text.append(padded(date.getDayOfMonth(), width));
                default -> text.append((char) parts[part]);
            }
        }
        return text.toString();
    }

    private static String month(int month, int width) {
        if (width < 3) {
            return padded(month, width);
        }
        String name = MONTHS.get(month - 1);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String padded(int value, int width) {
        String digits = String.valueOf(value);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /// The number and how many digits it has, packed; -1 when it is none. A width of 1 takes one or
    /// two digits, every other width is exact.
    private static long number(byte[] bytes, int start, int end, int width) {
        int digitsMax = width == 1 ? 2 : width;
        int value = 0;
        int at = start;
        while (at < end && at - start < digitsMax && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at++] - '0';
        }
        int digits = at - start;
        boolean enough = digits > 0 && (width == 1 || digits == width);
        return enough ? (long) value << 8 | digits : -1;
    }

    private static long monthName(byte[] bytes, int start, int end) {
        if (end - start < 3) {
            return -1;
        }
        String name =
                new String(bytes, start, 3, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        int month = MONTHS.indexOf(name);
        return month < 0 ? -1 : (long) (month + 1) << 8 | 3;
    }

    /// Does a time of day stand here, with or without its zone?
    private static boolean isTime(byte[] bytes, int start, int end) {
        if (bytes[start] != 'T' && bytes[start] != ' ') {
            return false;
        }
        int at = start + 1;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        int digits = at - start - 1;
        boolean clock = digits > 0 && digits <= 2 && at + 2 < end && bytes[at] == ':';
        boolean basic = bytes[start] == 'T' && (digits == 4 || digits == 6);
        for (; at < end; at++) {
            if (TIME_LETTERS.indexOf(bytes[at]) < 0) {
                return false;
            }
        }
        return clock || basic;
    }

    static int century(int year) {
        return year < CENTURY_TURN ? 2000 + year : 1900 + year;
    }

    private static boolean isPart(int letter) {
        return letter == 'y' || letter == 'M' || letter == 'd';
    }

    private void requireOneOfEach() {
        int years = 0;
        int months = 0;
        int days = 0;
        for (int part = 0; part < parts.length; part++) {
            int width = widths[part];
            switch (parts[part]) {
                case 'y' -> years += width == 2 || width == 4 ? 1 : 2;
                case 'M' -> months += width <= 3 ? 1 : 2;
                case 'd' -> days += width <= 2 ? 1 : 2;
                default -> years += Character.isLetterOrDigit(parts[part]) ? 2 : 0;
            }
        }
        if (years != 1 || months != 1 || days != 1) {
            throw new IllegalArgumentException(
                    "expected one each of yyyy or yy, MM or M or MMM, dd or d, found " + pattern);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DatePattern that && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
