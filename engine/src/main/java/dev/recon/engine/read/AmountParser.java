package dev.recon.engine.read;

import dev.recon.engine.money.Currency;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads amounts as people and banks write them into whole units, exactly.
///
/// Plain ones (`-1204.50`, `1,234.50`, `+12`) are read from the bytes in one loop without an
/// object, about 8 ns each. All others (`(1.234,56)`, `12.00-`, `€ 12`, `12.00 CR`, `1'234.50`,
/// `12,-`, `="12"`, `1.2345E+04`) take a slower way through a text.
public final class AmountParser {
    /// What [#parse] returns for bytes that are no amount; no amount has this value.
    public static final long NOT_AN_AMOUNT = Long.MIN_VALUE;

    static final int DIGITS_MAX = 18;
    private static final int GROUP = 3;
    private static final int DRESSED_BYTES_MAX = 64;
    private static final long[] POWERS = powers();

    /// How a currency is written beside an amount: by its code, a sign (also `US$`), or a word.
    private static final String UNIT =
            "(?:US|AU?|CA?|HK|MX|N[TZ]|R|S)\\$|\\p{Sc}|(?:SFR|KR)\\.?|(?:FR|RS)\\."
                    + "|Z\u0141|K\u010C|FT|LEI|[A-Z]{3}";

    private static final char ARABIC_MARK = '\u066B';

    private static final Set<String> WORDS = Set.of("SFR", "LEI");

    /// Signs, parentheses, currency signs and codes, credit and debit marks around a number; `none`
    /// stands for decimals that are zero (`12,-`).
    private static final Pattern DRESSED =
            Pattern.compile(
                    "(?<open>\\()?(?<before>[-+])? ?(?<currency>"
                            + UNIT
                            + ")? ?(?<inner>[-+])?(?<number>[0-9][0-9.,' ]*|[.,][0-9]+)"
                            + "(?<none>(?<=[0-9][.,])--?(?!-))? ?(?<unit>"
                            + UNIT
                            + ")? ?"
                            + "(?<after>[-+]|CR|DR|C|D|S|H)?(?<close>\\))?");

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private final byte mark;
    private final int decimals;

    /// @param decimalMark `.` or `,`
    /// @param decimals how many decimals one unit stands for
    public AmountParser(char decimalMark, int decimals) {
        this.mark = (byte) decimalMark;
        this.decimals = decimals;
    }

    /// The units of the amount in `bytes`, or [#NOT_AN_AMOUNT].
    public long parse(byte[] bytes, int start, int end) {
        int at = start;
        boolean negative = false;
        if (at < end && isSign(bytes[at])) {
            negative = bytes[at++] == '-';
        }
        long units = number(bytes, at, end);
        if (units == NOT_AN_AMOUNT) {
            return slowly(bytes, start, end);
        }
        return negative ? -units : units;
    }

    private long slowly(byte[] bytes, int start, int end) {
        boolean isFloat = FloatNotation.mayBe(bytes, start, end);
        if (!isFloat && !mayBeDressed(bytes, start, end)) {
            return NOT_AN_AMOUNT;
        }
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        long units = isFloat ? FloatNotation.units(text, (char) mark, decimals) : NOT_AN_AMOUNT;
        return units == NOT_AN_AMOUNT && mayBeDressed(bytes, start, end) ? dressed(text) : units;
    }

    /// Why `text`, which is no amount here, is none: what would be one.
    public String expected(String text) {
        AmountParser finer = new AmountParser((char) mark, DIGITS_MAX / 2);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (decimals < DIGITS_MAX / 2 && finer.parse(bytes, 0, bytes.length) != NOT_AN_AMOUNT) {
            return "at most " + decimals + " decimals; set decimals to more in the rule set";
        }
        return mark == '.'
                ? "an amount such as 1,234.56 or -12.5"
                : "an amount such as 1.234,56 or -12,5";
    }

    /// Digits with an optional decimal mark and optional marks between groups of three; in India
    /// all groups but the last have two digits (`1,23,45,678.50`).
    private long number(byte[] bytes, int start, int end) {
        long value = 0;
        int digits = 0;
        int fraction = -1;
        int group = -1;
        int inner = 0;
        byte groupMark = 0;
        for (int at = start; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digits += value == 0 ? 0 : 1;
                fraction += fraction < 0 ? 0 : 1;
                group += group < 0 ? 0 : 1;
                if (digits > DIGITS_MAX) {
                    return NOT_AN_AMOUNT;
                }
            } else if (bytes[at] == mark && fraction < 0 && (group < 0 || group == GROUP)) {
                fraction = 0;
                group = -1;
            } else if (isGroupMark(bytes[at], groupMark) && fraction < 0 && at > start) {
                int size = group < 0 ? at - start : group;
                if (group >= 0 ? !isGroup(size, inner, groupMark) : isNoHead(size, bytes[start])) {
                    return NOT_AN_AMOUNT;
                }
                inner = group < 0 ? inner : size;
                groupMark = bytes[at];
                group = 0;
            } else {
                return NOT_AN_AMOUNT;
            }
        }
        boolean empty = start == end || (fraction == 0 && end - start == 1);
        return empty || (group >= 0 && group != GROUP) ? NOT_AN_AMOUNT : scaled(value, fraction);
    }

    /// May a group of this size stand before another one, behind one of the size `inner`?
    private static boolean isGroup(int size, int inner, byte groupMark) {
        boolean known = size == GROUP || (size == GROUP - 1 && groupMark == ',');
        return known && (inner == 0 || inner == size);
    }

    private static boolean isNoHead(int size, byte first) {
        return size > GROUP || first == '0';
    }

    private boolean isGroupMark(byte found, byte before) {
        boolean known = found == ',' || found == '.' || found == ' ' || found == '\'';
        return known && found != mark && (before == 0 || before == found);
    }

    private long scaled(long value, int fraction) {
        int missing = decimals - Math.max(fraction, 0);
        if (missing < 0) {
            long power = POWERS[Math.min(-missing, DIGITS_MAX)];
            return value % power == 0 ? value / power : NOT_AN_AMOUNT;
        }
        long high = Math.multiplyHigh(value, POWERS[missing]);
        long units = value * POWERS[missing];
        return high == 0 && units >= 0 ? units : NOT_AN_AMOUNT;
    }

    /// A cheap look before the expensive one: digits, something around them that is no part of a
    /// number, and at most three letters in a row. What is no ASCII may be any of it.
    private static boolean mayBeDressed(byte[] bytes, int start, int end) {
        boolean digits = false;
        boolean dress = false;
        int letters = 0;
        for (int at = start; at < end; at++) {
            int lower = bytes[at] | 0x20;
            letters = lower >= 'a' && lower <= 'z' ? letters + 1 : 0;
            boolean digit = bytes[at] >= '0' && bytes[at] <= '9';
            digits |= digit || bytes[at] < 0;
            boolean mark = bytes[at] == '.' || bytes[at] == ',';
            boolean group = bytes[at] == '\'' && at > start;
            dress |= !digit && !mark && !group && (at > start || !isSign(bytes[at]));
            if (letters > 3) {
                return false;
            }
        }
        return digits && dress && end - start <= DRESSED_BYTES_MAX;
    }

    private static boolean isSign(byte letter) {
        return letter == '-' || letter == '+';
    }

    private long dressed(String text) {
        String plain = PlainText.of(text).replace(ARABIC_MARK, (char) mark);
        Matcher parts = DRESSED.matcher(plain.toUpperCase(Locale.ROOT));
        if (!parts.matches()
                || (parts.group("open") == null) != (parts.group("close") == null)
                || !isInOneCurrency(parts.group("currency"), parts.group("unit"))) {
            return NOT_AN_AMOUNT;
        }
        String number = parts.group("number").strip();
        if (parts.group("none") != null && number.charAt(number.length() - 1) != mark) {
            return NOT_AN_AMOUNT;
        }
        byte[] digits = number.getBytes(StandardCharsets.US_ASCII);
        long units = number(digits, 0, digits.length);
        int signs = 0;
        boolean negative = parts.group("open") != null;
        signs += negative ? 1 : 0;
        for (String place : new String[] {"before", "inner", "after"}) {
            String sign = parts.group(place);
            signs += sign == null ? 0 : 1;
            negative |=
                    sign != null && (sign.equals("-") || sign.startsWith("D") || sign.equals("S"));
        }
        if (units == NOT_AN_AMOUNT || signs > 1) {
            return NOT_AN_AMOUNT;
        }
        return negative ? -units : units;
    }

    /// Is there at most one currency, and is it one? `INV 12` is no amount.
    private static boolean isInOneCurrency(@Nullable String before, @Nullable String behind) {
        String code = before == null ? behind : before;
        boolean both = before != null && behind != null;
        boolean listed =
                code == null
                        || !CODE.matcher(code).matches()
                        || WORDS.contains(code)
                        || Currency.of(code).isListed();
        return !both && listed;
    }

    private static long[] powers() {
        long[] powers = new long[DIGITS_MAX + 1];
        powers[0] = 1;
        for (int power = 1; power < powers.length; power++) {
            powers[power] = powers[power - 1] * 10;
        }
        return powers;
    }
}
