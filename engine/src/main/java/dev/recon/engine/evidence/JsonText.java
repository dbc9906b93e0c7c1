package dev.recon.engine.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the JSON that [CanonicalJson] writes: objects, arrays, text, whole numbers, true, false,
/// null. Blanks between them are taken, a fraction or a second field of the same name is not.
final class JsonText {
    private static final int DEPTH_MAX = 32;
    private static final int DIGITS_MAX = 16;

    private final String text;
    private int at;
    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    /// The object that a text is.
    ///
    /// @throws IllegalArgumentException when it is none
    static Map<String, @Nullable Object> object(String text) {
        JsonText json = new JsonText(text);
        Object value = json.value();
        json.skipBlanks();
        if (!(value instanceof Map<?, ?>) || json.at < text.length()) {
            throw json.fault("one object");
        }
        return JsonFields.object(value);
    }

    private @Nullable Object value() {
        skipBlanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        enter();
        while (!isEnd('}', fields.isEmpty())) {
            skipBlanks();
            String name = string();
            skipBlanks();
            take(':');
            if (fields.containsKey(name)) {
                throw fault("the field " + name + " once");
            }
            fields.put(name, value());
        }
        depth--;
        return fields;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> values = new ArrayList<>();
        enter();
        while (!isEnd(']', values.isEmpty())) {
            values.add(value());
        }
        depth--;
        return values;
    }

    private void enter() {
        at++;
        if (++depth > DEPTH_MAX) {
            throw fault("at most " + DEPTH_MAX + " levels");
        }
    }

    private boolean isEnd(char end, boolean first) {
        skipBlanks();
        if (peek() == end) {
            at++;
            return true;
        }
        if (!first) {
            take(',');
        }
        return false;
    }

    private String string() {
        take('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            char letter = text.charAt(at++);
            if (letter < ' ') {
                throw fault("an escaped control character");
            }
            value.append(letter == '\\' ? escaped() : letter);
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw fault("an escape");
        };
    }

    private char hex() {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw fault("four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private Long number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == digits || at - digits > DIGITS_MAX) {
            throw fault("a whole number");
        }
        return Long.valueOf(text.substring(start, at));
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw fault(word);
        }
        at += word.length();
        return value;
    }

    private void take(char wanted) {
        if (peek() != wanted) {
            throw fault("" + wanted);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault("more");
        }
        return text.charAt(at);
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException fault(String expected) {
        return new IllegalArgumentException("character " + (at + 1) + ": expected " + expected);
    }
}
