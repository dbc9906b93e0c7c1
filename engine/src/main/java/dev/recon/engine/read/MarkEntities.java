package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Marks as exports of web shops write them: `&amp;` for `&`. In words they are marks like any
/// other.
final class MarkEntities {
    private static final List<byte[]> KNOWN =
            List.of(
                            "amp;", "quot;", "apos;", "nbsp;", "lt;", "gt;", "#39;", "#34;", "#38;",
                            "#160;")
                    .stream()
                    .map(entity -> entity.getBytes(StandardCharsets.US_ASCII))
                    .toList();

    private static final Pattern ANY =
            Pattern.compile("&(?:amp|quot|apos|nbsp|lt|gt|#39|#34|#38|#160);");

    private MarkEntities() {}

    /// The last byte of the entity that begins with the `&` at `at`, or `at` where none does.
    static int last(byte[] source, int at, int end) {
        for (byte[] entity : KNOWN) {
            if (at + entity.length < end && startsWith(source, at + 1, entity)) {
                return at + entity.length;
            }
        }
        return at;
    }

    private static boolean startsWith(byte[] source, int from, byte[] entity) {
        for (int letter = 0; letter < entity.length; letter++) {
            if (source[from + letter] != entity[letter]) {
                return false;
            }
        }
        return true;
    }

    /// The text with a blank in place of each.
    static String without(String text) {
        return text.indexOf('&') < 0 ? text : ANY.matcher(text).replaceAll(" ");
    }
}
