package dev.recon.engine.report;

import dev.recon.engine.money.Currency;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Lines of CSV as bytes: no object a line, digits by a plain loop.
///
/// Text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or
/// carriage return) gets an apostrophe in front; numbers stay numbers.
final class CsvBuffer {
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };
    private static final int NUMBER_BYTES_MAX = 32;

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

    CsvBuffer comma() {
        reserve(1);
        bytes[size++] = ',';
        return this;
    }

    CsvBuffer endLine() {
        reserve(1);
        bytes[size++] = '\n';
        return this;
    }

    /// A number of 0 or more.
    CsvBuffer number(long value) {
        reserve(NUMBER_BYTES_MAX);
        digits(value);
        return this;
    }

    /// Units as a plain decimal number, with as many decimals as the currency has, and more only
    /// where they are not zero: what `Money.value` gives.
    CsvBuffer amount(long units, int decimals, Currency currency) {
        return amount(units, decimals, Math.min(decimals, currency.decimals()));
    }

    CsvBuffer amount(long units, int decimals, int decimalsMin) {
        if (units == Long.MIN_VALUE) {
            return raw(ascii(dev.recon.engine.money.Money.value(units, decimals, decimalsMin)));
        }
        reserve(NUMBER_BYTES_MAX);
        long left = units;
        if (left < 0) {
            bytes[size++] = '-';
            left = -left;
        }
        int shown = decimals;
        while (shown > decimalsMin && left % 10 == 0) {
            left /= 10;
            shown--;
        }
        long whole = left / POWERS[shown];
        digits(whole);
        if (shown > 0) {
            bytes[size++] = '.';
            fraction(left - whole * POWERS[shown], shown);
        }
        return this;
    }

    CsvBuffer text(String text) {
        return raw(cell(text));
    }

    /// A text as one cell.
    static byte[] cell(String text) {
        String safe =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        String cell = quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
        return cell.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void digits(long value) {
        int length = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            length++;
        }
        fraction(value, length);
    }

    /// Exactly `length` digits.
    private void fraction(long value, int length) {
        long rest = value;
        for (int at = size + length - 1; at >= size; at--) {
            long tens = rest / 10;
            bytes[at] = (byte) ('0' + (rest - tens * 10));
            rest = tens;
        }
        size += length;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
