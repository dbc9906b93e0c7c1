package dev.recon.engine.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a date is written, as a pattern of `yyyy yy MM M MMM dd d EEE` and separators, such as
/// `dd/MM/yyyy`, `yyyyMMdd` or `EEE d MMM yyyy`; `MMM` is the name of a month and `EEE` that of a
/// weekday, whole or cut; `d` takes `2nd`, too. A weekday must be that of the date. Where days are
/// counted, `epoch-seconds`, `epoch-millis` or `spreadsheet-days` stands in place of a pattern. A
/// week is a date, too, its Monday: `yyyy-W` reads `2026-W05`, `W yyyy` reads `KW 5 2026`; and so
/// is a month, its first day: `yyyy-MM` reads `2026-03`.
///
/// Reading is by position, without objects: one date of ten characters costs about 10 ns. A time
/// behind the date (`T10:00`, ` 10:00:00Z`, `100000`) is passed over: business dates are taken as
/// written.
public final class DatePattern {
    /// What [#parse] returns for bytes that are no date of this pattern.
    public static final int NOT_A_DATE = Integer.MIN_VALUE;

    private static final int CENTURY_TURN = 70;
    private static final int NAME = 3;
    private static final int EVERY = 0x7F;
    static final String COMPACT = "yyyyMMdd";

    /// Bytes of the longest pattern; a form of fixed width has room for them.
    private static final int LENGTH_MAX = 100;

    private static final String TIME_LETTERS = "0123456789:.,+- ZAPMUTCGapm";

    private final String pattern;
    private final byte[] parts;
    private final int[] widths;
    private final boolean isWeek;
    private final boolean isMonth;
    private final Fixed fixed;
    private final @Nullable CountedDays counted;

    private DatePattern(String pattern, byte[] parts, int[] widths) {
        this.pattern = pattern;
        this.parts = parts;
        this.widths = widths;
        this.counted = CountedDays.find(pattern);
        this.isWeek = pattern.indexOf('W') >= 0;
        this.isMonth = counted == null && !isWeek && pattern.indexOf('d') < 0;
        this.fixed = counted == null && !isPeriod() ? Fixed.of(parts, widths) : Fixed.NONE;
    }

    /// Those that count days instead of writing them.
    public static List<DatePattern> counted() {
        return Arrays.stream(CountedDays.values()).map(each -> of(each.word())).toList();
    }

    /// Are days counted instead of written?
    public boolean isCounted() {
        return counted != null;
    }

    /// Does it name weeks or months, and not single days?
    public boolean isPeriod() {
        return isWeek || isMonth;
    }

    /// Does it name months?
    public boolean isMonth() {
        return isMonth;
    }

    /// The pattern of a text.
    ///
    /// @throws IllegalArgumentException when it has not exactly one year, month and day, or one
    ///   year and month, or one year and week, or is long
    public static DatePattern of(String pattern) {
        byte[] letters = pattern.getBytes(StandardCharsets.UTF_8);
        if (letters.length > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "expected at most " + LENGTH_MAX + " characters, found " + letters.length);
        }
        byte[] parts = new byte[letters.length];
        int[] widths = new int[letters.length];
        int count = 0;
        for (int at = 0; at < letters.length; ) {
            int end = at + 1;
            while (end < letters.length && letters[at] == letters[end] && isPart(letters[at])) {
                end++;
            }
            parts[count] = letters[at];
            widths[count++] = end - at;
            at = end;
        }
        DatePattern made =
                new DatePattern(pattern, Arrays.copyOf(parts, count), Arrays.copyOf(widths, count));
        if (made.counted == null) {
            made.requireOneOfEach();
        }
        return made;
    }

    /// The days since 1970-01-01 of the date in `bytes`, or [#NOT_A_DATE].
    public int parse(byte[] bytes, int start, int end) {
        int day = written(bytes, start, end);
        if (day == NOT_A_DATE && PlainText.mayDiffer(bytes, start, end)) {
            byte[] plain = PlainText.of(bytes, start, end);
            return written(plain, 0, plain.length);
        }
        return day;
    }

    private int written(byte[] bytes, int start, int end) {
        return end - start == fixed.length()
                ? fixed.parse(bytes, start)
                : general(bytes, start, end);
    }

    private int general(byte[] bytes, int start, int end) {
        if (counted != null) {
            return counted.parse(bytes, start, end);
        }
        int at = start;
        int year = 0;
        int month = 0;
        int day = isMonth ? 1 : 0;
        int weekdays = EVERY;
        for (int part = 0; part < parts.length; part++) {
            byte kind = parts[part];
            if (!isPart(kind)) {
                if (at >= end || bytes[at++] != kind) {
                    return NOT_A_DATE;
                }
                continue;
            }
            long read = read(part, bytes, at, end);
            if (read < 0) {
                return NOT_A_DATE;
            }
            int value = (int) (read >>> 8);
            at += (int) (read & 0xFF);
            switch (kind) {
                case 'y' -> year = widths[part] == 2 ? century(value) : value;
                case 'M' -> month = value;
                case 'E' -> weekdays = value;
                default -> day = value;
            }
        }
        boolean compact = pattern.equals(COMPACT) && TimeOfDay.isCompact(bytes, at, end);
        if (at != end && !compact && !isTime(bytes, at, end)) {
            return NOT_A_DATE;
        }
        int found = isWeek ? Weeks.monday(year, day) : Days.of(year, month, day);
        return WeekdayNames.holds(weekdays, found) ? found : NOT_A_DATE;
    }

    private long read(int part, byte[] bytes, int at, int end) {
        return switch (parts[part]) {
            case 'W' -> Weeks.read(bytes, at, end);
            case 'E' -> WeekdayNames.read(bytes, at, end);
            case 'M' ->
                    widths[part] == NAME
                            ? monthName(bytes, at, end, part + 1)
                            : number(bytes, at, end, widths[part]);
            case 'd' -> Ordinals.behind(number(bytes, at, end, widths[part]), bytes, at, end);
            default -> number(bytes, at, end, widths[part]);
        };
    }

    /// The date as it would be written in this pattern.
    public String format(int epochDay) {
        if (counted != null) {
            return counted.format(epochDay);
        }
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int year = date.get(isWeek ? IsoFields.WEEK_BASED_YEAR : ChronoField.YEAR);
        var text = new ByteArrayOutputStream();
        for (int part = 0; part < parts.length; part++) {
            int width = widths[part];
            switch (parts[part]) {
                case 'y' -> text.writeBytes(padded(width == 2 ? year % 100 : year, width));
                case 'W' -> text.writeBytes(Weeks.written(date));
                case 'M' -> text.writeBytes(month(date.getMonthValue(), width));
                case 'd' -> text.writeBytes(padded(date.getDayOfMonth(), width));
                case 'E' -> text.writeBytes(ascii(WeekdayNames.shortName(date.getDayOfWeek())));
                default -> text.write(parts[part]);
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static byte[] month(int month, int width) {
        return width < NAME ? padded(month, width) : ascii(MonthNames.shortName(month));
    }

    private static byte[] padded(int value, int width) {
        String digits = String.valueOf(value);
        return ascii("0".repeat(Math.max(0, width - digits.length())) + digits);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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

    /// A name and the point that ends it where it is cut, unless the pattern has that point.
    private long monthName(byte[] bytes, int start, int end, int next) {
        long month = MonthNames.read(bytes, start, end);
        int after = start + (int) (month & 0xFF);
        boolean cut = month >= 0 && after < end && bytes[after] == '.';
        return cut && (next == parts.length || parts[next] != '.') ? month + 1 : month;
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
        return letter == 'y' || letter == 'M' || letter == 'd' || letter == 'W' || letter == 'E';
    }

    private void requireOneOfEach() {
        int years = 0;
        int months = 0;
        int days = 0;
        int weeks = 0;
        int weekdays = 0;
        for (int part = 0; part < parts.length; part++) {
            int width = widths[part];
            switch (parts[part]) {
                case 'y' -> years += width == 2 || width == 4 ? 1 : 2;
                case 'M' -> months += width <= 3 ? 1 : 2;
                case 'd' -> days += width <= 2 ? 1 : 2;
                case 'W' -> weeks += width;
                case 'E' -> weekdays += width <= 3 ? 1 : 2;
                default -> years += Character.isLetterOrDigit(parts[part]) ? 2 : 0;
            }
        }
        boolean namesDay = months == 1 && days <= 1 && weeks == 0;
        boolean namesWeek = months == 0 && days == 0 && weeks == 1;
        boolean withDay = weekdays == 0 || (weekdays == 1 && days == 1);
        if (years != 1 || !withDay || (!namesDay && !namesWeek)) {
            throw new IllegalArgumentException(
                    "expected one each of yyyy or yy, MM or M or MMM, dd or d, or of yyyy or yy and"
                            + " W, or a month and no day, found "
                            + pattern);
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
