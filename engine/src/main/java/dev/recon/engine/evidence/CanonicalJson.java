package dev.recon.engine.evidence;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON with one spelling only (RFC 8785), so that the same event always has the same hash.
///
/// Holds what events are made of: objects, arrays, text, whole numbers up to 2^53, true, false,
/// null. Names are sorted by UTF-16 code units; nothing is escaped that need not be.
public final class CanonicalJson {
    private static final long EXACT_MAX = 1L << 53;

    private CanonicalJson() {}

    /// The one spelling of an object.
    public static String of(Map<String, ? extends @Nullable Object> object) {
        StringBuilder json = new StringBuilder();
        write(json, object);
        return json.toString();
    }

    private static void write(StringBuilder json, @Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case Map<?, ?> object -> writeObject(json, object);
            case Collection<?> array -> writeArray(json, array);
            case Boolean truth -> json.append(truth.booleanValue());
            case Integer number -> json.append(number.intValue());
            case Long number when Math.abs(number) <= EXACT_MAX -> json.append(number.longValue());
            default -> writeText(json, value.toString());
        }
    }

    private static void writeObject(StringBuilder json, Map<?, ?> object) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        object.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        json.append('{');
        String separator = "";
        for (Map.Entry<String, @Nullable Object> field : sorted.entrySet()) {
            json.append(separator);
            writeText(json, field.getKey());
            json.append(':');
            write(json, field.getValue());
            separator = ",";
        }
        json.append('}');
    }

    private static void writeArray(StringBuilder json, Collection<?> array) {
        json.append('[');
        String separator = "";
        for (Object value : array) {
            json.append(separator);
            write(json, value);
            separator = ",";
        }
        json.append(']');
    }

    private static void writeText(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (letter < ' ') {
                        json.append("\\u00").append(Character.forDigit(letter >> 4, 16));
                        json.append(Character.forDigit(letter & 15, 16));
                    } else {
                        json.append(letter);
                    }
                }
            }
        }
        json.append('"');
    }
}
