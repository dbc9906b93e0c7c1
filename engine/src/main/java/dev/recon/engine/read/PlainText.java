package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What a cell says, as a keyboard of ASCII would write it: one kind of blank, minus and
/// apostrophe, digits of any script (`１２`, `٣`) as those of ASCII, and without what makes a
/// spreadsheet take a number for text (`'0012`, `="0012"`).
final class PlainText {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final char WIDE_FIRST = '\uFF01';
    private static final char WIDE_LAST = '\uFF5E';
    private static final int WIDE_SHIFT = WIDE_FIRST - '!';

    private PlainText() {}

    /// A cheap look before the expensive one: may the plain text of a cell differ from the cell?
    static boolean mayDiffer(byte[] bytes, int start, int end) {
        if (start < end && (bytes[start] == '\'' || bytes[start] == '=')) {
            return true;
        }
        for (int at = start; at < end; at++) {
            if (bytes[at] < 0) {
                return true;
            }
        }
        return false;
    }

    static byte[] of(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return of(text).getBytes(StandardCharsets.UTF_8);
    }

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            plain.append(plain(text.charAt(at)));
        }
        return unguarded(BLANKS.matcher(plain).replaceAll(" ").strip());
    }

    private static char plain(char letter) {
        return switch (letter) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u2018', '\u2019', '\u00B4', '`', '\u066C' -> '\'';
            default -> {
                if (Character.isDigit(letter)) {
                    yield (char) ('0' + Character.digit(letter, 10));
                }
                boolean isWide = letter >= WIDE_FIRST && letter <= WIDE_LAST;
                char narrow = isWide ? (char) (letter - WIDE_SHIFT) : letter;
                yield Character.isSpaceChar(narrow) ? ' ' : narrow;
            }
        };
    }

    private static String unguarded(String text) {
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 3) {
            return text.substring(2, text.length() - 1).strip();
        }
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }
}
