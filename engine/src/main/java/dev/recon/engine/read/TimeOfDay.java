package dev.recon.engine.read;

import dev.recon.engine.table.TimeColumn;
import java.nio.charset.StandardCharsets;

/// Finds the time of day in a cell: `14:02`, `14:02:11`, `2:02 PM`, behind a date as `T14:02:11` or
/// `T140211` or `20260131140211`, with a fraction, which is passed over, and with a zone: `Z`,
/// `UTC`, `+02:00`.
///
/// A time with a zone is counted as of UTC, from the midnight of the day that is written.
public final class TimeOfDay {
    public static final int ABSENT = TimeColumn.ABSENT;

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int HALF_DAY = 12;
    private static final int HOURS = 24;
    private static final int ZONE_HOURS_MAX = 18;
    private static final int DATE_DIGITS = 8;

    private final byte[] bytes;
    private final int end;
    private int at;

    private TimeOfDay(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /// The seconds since midnight, or [#ABSENT] where no time stands.
    public static int parse(byte[] bytes, int start, int end) {
        int from = start(bytes, start, end);
        return from < 0 ? ABSENT : new TimeOfDay(bytes, from, end).read();
    }

    /// Do hours and minutes stand here as four digits, or with seconds as six, and nothing else?
    static boolean isCompact(byte[] bytes, int start, int end) {
        int digits = end - start;
        return (digits == 4 || digits == 6)
                && isAllDigits(bytes, start, end)
                && new TimeOfDay(bytes, start, end).basic(start, digits) != ABSENT;
    }

    private static boolean isAllDigits(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return at == end;
    }

    /// Does nothing but a time stand here, without a date?
    public static boolean isAlone(byte[] bytes, int start, int end) {
        return start(bytes, start, end) == start && parse(bytes, start, end) != ABSENT;
    }

    /// The time in a cell as it is written, without the date before it; empty where none stands.
    public static String written(String cell) {
        byte[] bytes = cell.strip().getBytes(StandardCharsets.UTF_8);
        int from = start(bytes, 0, bytes.length);
        return parse(bytes, 0, bytes.length) == ABSENT
                ? ""
                : new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    /// Where the hours begin: before the first colon, or behind a T or the eight digits of a date;
    /// -1 where they do not.
    private static int start(byte[] bytes, int start, int end) {
        for (int place = start; place < end; place++) {
            if (bytes[place] == ':') {
                int first = place;
                while (first > start && place - first < 2 && isDigit(bytes[first - 1])) {
                    first--;
                }
                boolean apart =
                        first == start || bytes[first - 1] == ' ' || bytes[first - 1] == 'T';
                return first < place && apart ? first : -1;
            }
        }
        int compact = start + DATE_DIGITS;
        if (isCompact(bytes, compact, end) && isAllDigits(bytes, start, compact)) {
            return compact;
        }
        for (int place = end - 1; place > start; place--) {
            if (bytes[place] == 'T' && isDigit(bytes[place - 1])) {
                return place + 1;
            }
        }
        return -1;
    }

    private int read() {
        int from = at;
        int hours = number();
        boolean basic = at - from > 2;
        if (basic) {
            return basic(from, at - from);
        }
        if (!takes(':')) {
            return ABSENT;
        }
        int minutes = twoDigits();
        int seconds = takes(':') ? twoDigits() : 0;
        return rest(hours, minutes, seconds);
    }

    /// `1402` or `140211`.
    private int basic(int from, int digits) {
        if (digits != 4 && digits != 6) {
            return ABSENT;
        }
        at = from;
        int hours = twoDigits();
        int minutes = twoDigits();
        return rest(hours, minutes, digits == 6 ? twoDigits() : 0);
    }

    /// A fraction, the half of the day and the zone, with nothing behind.
    private int rest(int hours, int minutes, int seconds) {
        if (takes('.') || takes(',')) {
            number();
        }
        takes(' ');
        int hour = hours;
        if (isNext("AM") || isNext("PM")) {
            boolean late = isNext("PM");
            at += 2;
            hour = hours < 1 || hours > HALF_DAY ? HOURS : hours % HALF_DAY + (late ? HALF_DAY : 0);
        }
        takes(' ');
        int zone = zone();
        boolean isTime = hour < HOURS && isSixtieth(minutes) && isSixtieth(seconds);
        return isTime && at == end && zone != ABSENT
                ? hour * HOUR + minutes * MINUTE + seconds - zone
                : ABSENT;
    }

    private static boolean isSixtieth(int number) {
        return number >= 0 && number < MINUTE;
    }

    /// How many seconds the zone is before UTC, 0 where none stands, [#ABSENT] for anything else.
    private int zone() {
        if (takes('Z')) {
            return 0;
        }
        if (isNext("UTC") || isNext("GMT")) {
            at += 3;
        }
        if (at == end) {
            return 0;
        }
        int sign = takes('+') ? 1 : takes('-') ? -1 : 0;
        int hours = twoDigits();
        takes(':');
        int minutes = at == end ? 0 : twoDigits();
        boolean known = sign != 0 && hours >= 0 && hours <= ZONE_HOURS_MAX && isSixtieth(minutes);
        return known ? sign * (hours * HOUR + minutes * MINUTE) : ABSENT;
    }

    private boolean takes(char letter) {
        boolean taken = at < end && bytes[at] == letter;
        at += taken ? 1 : 0;
        return taken;
    }

    private boolean isNext(String letters) {
        boolean next = at + letters.length() <= end;
        for (int place = 0; next && place < letters.length(); place++) {
            next = (bytes[at + place] & ~0x20) == letters.charAt(place);
        }
        return next;
    }

    private int number() {
        int value = 0;
        while (at < end && isDigit(bytes[at])) {
            value = Math.min(HOURS * HOUR, value * 10 + bytes[at++] - '0');
        }
        return value;
    }

    /// Two digits, or -1.
    private int twoDigits() {
        if (at + 2 > end || !isDigit(bytes[at]) || !isDigit(bytes[at + 1])) {
            return -1;
        }
        at += 2;
        return (bytes[at - 2] - '0') * 10 + bytes[at - 1] - '0';
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
