package dev.recon.engine.report;

import dev.recon.engine.money.Money;
import java.util.List;
import java.util.function.Consumer;

/// Writes JSON for people and programs: keys in the order they are given, two blanks a level.
final class Json {
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean empty = true;

    static String object(Consumer<Json> content) {
        Json json = new Json();
        json.braces('{', '}', content);
        return json.text.append('\n').toString();
    }

    Json text(String key, String value) {
        key(key);
        text.append(quoted(value));
        return this;
    }

    Json number(String key, long value) {
        key(key);
        text.append(value);
        return this;
    }

    /// A number that was written by somebody else, such as `1.25`.
    Json decimal(String key, String value) {
        key(key);
        text.append(value);
        return this;
    }

    Json flag(String key, boolean value) {
        key(key);
        text.append(value);
        return this;
    }

    Json money(String key, Money money) {
        key(key);
        text.append(inline(money));
        return this;
    }

    Json object(String key, Consumer<Json> content) {
        key(key);
        braces('{', '}', content);
        return this;
    }

    <T> Json list(String key, List<T> items, Consumer<T> item) {
        key(key);
        braces('[', ']', _ -> items.forEach(item));
        return this;
    }

    /// One object in a list.
    void item(Consumer<Json> content) {
        separate();
        braces('{', '}', content);
    }

    /// One amount in a list.
    void item(Money money) {
        separate();
        text.append(inline(money));
    }

    private static String inline(Money money) {
        return "{\"currency\": \"" + money.currency() + "\", \"value\": \"" + money.value() + "\"}";
    }

    private void key(String key) {
        separate();
        text.append(quoted(key)).append(": ");
    }

    private void separate() {
        text.append(empty ? "\n" : ",\n").append("  ".repeat(depth));
        empty = false;
    }

    private void braces(char open, char close, Consumer<Json> content) {
        text.append(open);
        depth++;
        empty = true;
        content.accept(this);
        depth--;
        if (!empty) {
            text.append('\n').append("  ".repeat(depth));
        }
        empty = false;
        text.append(close);
    }

    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            switch (letter) {
                case '"', '\\' -> quoted.append('\\').append(letter);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default ->
                        quoted.append(
                                letter < ' ' || letter == '\u2028' || letter == '\u2029'
                                        ? "\\u%04x".formatted((int) letter)
                                        : String.valueOf(letter));
            }
        }
        return quoted.append('"').toString();
    }
}
