package dev.recon.engine.report;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Lines of CSV as bytes: no object a line, digits by a plain loop.
///
/// Text that a spreadsheet would take for a formula is marked as text (see [CsvText]); numbers stay
/// numbers.
final class CsvBuffer {
    private static final int NUMBER_BYTES_MAX = 32;
    private static final byte[] TENS = new byte[100];
    private static final byte[] ONES = new byte[100];

    static {
        for (int number = 0; number < 100; number++) {
            TENS[number] = (byte) ('0' + number / 10);
            ONES[number] = (byte) ('0' + number % 10);
        }
    }

    private byte[] bytes;
    private int size;

    CsvBuffer(int capacity) {
        this.bytes = new byte[capacity];
    }

    void clear() {
        size = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    CsvBuffer raw(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        return this;
    }

    int size() {
        return size;
    }

    /// What was written from `start` to before `end`, once more.
    CsvBuffer again(int start, int end) {
        reserve(end - start);
        System.arraycopy(bytes, start, bytes, size, end - start);
        size += end - start;
        return this;
    }

    CsvBuffer comma() {
        return mark(',');
    }

    CsvBuffer endLine() {
        return mark('\n');
    }

    /// A number of 0 or more.
    CsvBuffer number(long value) {
        reserve(NUMBER_BYTES_MAX);
        whole(value);
        return this;
    }

    /// Units as a plain decimal number, with as many decimals as the currency has, and more only
    /// where they are not zero: what `Money.value` gives.
    CsvBuffer amount(long units, int decimals, Currency currency) {
        return amount(units, decimals, currency.decimals());
    }

    CsvBuffer amount(long units, int decimals, int currencyDecimals) {
        int decimalsMin = Math.min(decimals, currencyDecimals);
        if (units == Long.MIN_VALUE) {
            return raw(ascii(Money.value(units, decimals, decimalsMin)));
        }
        reserve(NUMBER_BYTES_MAX);
        long left = Math.abs(units);
        if (units < 0) {
            bytes[size++] = '-';
        }
        int shown = decimals;
        while (shown > decimalsMin && left % 10 == 0) {
            left /= 10;
            shown--;
        }
        int start = size;
        whole(left);
        if (shown > 0) {
            point(start, shown);
        }
        return this;
    }

    CsvBuffer text(String text) {
        return raw(cell(text));
    }

    /// A text as one cell.
    static byte[] cell(String text) {
        String safe = CsvText.safe(text);
        return (isPlain(safe) ? safe : '"' + safe.replace("\"", "\"\"") + '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isPlain(String text) {
        return text.indexOf(',') < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
    }

    private CsvBuffer mark(char mark) {
        reserve(1);
        bytes[size++] = (byte) mark;
        return this;
    }

    /// Two digits a step from behind; almost all numbers fit an int, whose division is cheaper.
    private void whole(long value) {
        int end = size + digits(value);
        int at = end;
        long rest = value;
        for (; rest > Integer.MAX_VALUE; rest /= 100) {
            at -= 2;
            pair(at, (int) (rest % 100));
        }
        int small = (int) rest;
        for (; small >= 10; small /= 100) {
            at -= 2;
            pair(at, small % 100);
        }
        if (at > size) {
            bytes[size] = ONES[small];
        }
        size = end;
    }

    private void pair(int at, int number) {
        bytes[at] = TENS[number];
        bytes[at + 1] = ONES[number];
    }

    private static int digits(long value) {
        int digits = 1;
        for (long bound = 10; digits < 19 && value >= bound; bound *= 10) {
            digits++;
        }
        return digits;
    }

    /// Puts the decimal point before the last `shown` digits of the number that begins at `start`,
    /// and zeros where there are too few digits.
    private void point(int start, int shown) {
        int missing = shown + 1 - (size - start);
        if (missing > 0) {
            System.arraycopy(bytes, start, bytes, start + missing, size - start);
            Arrays.fill(bytes, start, start + missing, (byte) '0');
            size += missing;
        }
        for (int at = size; at > size - shown; at--) {
            bytes[at] = bytes[at - 1];
        }
        bytes[size - shown] = '.';
        size++;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
