package dev.recon.formats;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells text that holds entries from bytes that only look like it.
final class TextKind {
    /// One byte in ten: text has hardly any control characters, packed data one in eight.
    private static final int CONTROL_SHARE = 10;

    private static final Pattern JSON =
            Pattern.compile("\\A(\\{\\s*[\"}]|\\[\\s*[\\[{\\]]).*", Pattern.DOTALL);

    private TextKind() {}

    /// The kind of bytes that carry no known signature.
    static Kind of(byte[] head) {
        if (isUtf16(head)) {
            return Kind.TEXT;
        }
        if (controls(head) * CONTROL_SHARE > head.length || contains(head, 0)) {
            return Kind.BINARY;
        }
        String start = withoutMark(new String(head, StandardCharsets.ISO_8859_1)).strip();
        String lower = start.toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return Kind.BLANK;
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return Kind.HTML;
        }
        if (lower.startsWith("<?xml") || lower.startsWith("<document")) {
            return Kind.XML;
        }
        return JSON.matcher(start).matches() ? Kind.JSON : Kind.TEXT;
    }

    /// UTF-16 by its mark, or because the zero bytes of its plain letters all stand in even or all
    /// in odd places.
    private static boolean isUtf16(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            return true;
        }
        int[] zeros = new int[2];
        for (int at = 0; at < head.length; at++) {
            zeros[at & 1] += head[at] == 0 ? 1 : 0;
        }
        int few = Math.min(zeros[0], zeros[1]);
        int many = Math.max(zeros[0], zeros[1]);
        return few == 0 && many * 4 > head.length;
    }

    private static long controls(byte[] head) {
        long controls = 0;
        for (byte each : head) {
            boolean blank = each == '\t' || each == '\n' || each == '\r' || each == '\f';
            controls += each >= 0 && each < ' ' && !blank ? 1 : 0;
        }
        return controls;
    }

    private static boolean contains(byte[] head, int wanted) {
        for (byte each : head) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }

    private static String withoutMark(String start) {
        return start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
    }
}
