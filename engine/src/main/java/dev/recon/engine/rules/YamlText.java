package dev.recon.engine.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Texts, lists and maps as they may stand in a YAML document.
final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_]([A-Za-z0-9 _./-]*[A-Za-z0-9_])?");
    private static final Set<String> RESERVED =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final Map<Integer, String> ESCAPES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry((int) '"', "\\\""),
                            Map.entry((int) '\\', "\\\\"),
                            Map.entry((int) '\t', "\\t"),
                            Map.entry((int) '\n', "\\n"),
                            Map.entry((int) '\r', "\\r")));

    private YamlText() {}

    static String list(List<String> names) {
        return names.stream().map(YamlText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    static String flow(Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(pair -> pair.getKey() + ": " + pair.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// A text as it may stand in YAML: bare where that is safe, else in double quotes.
    static String scalar(String value) {
        boolean plain =
                PLAIN.matcher(value).matches()
                        && !RESERVED.contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : quoted(value);
    }

    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    private static String escaped(int point) {
        String escape = ESCAPES.get(point);
        if (escape != null) {
            return escape;
        }
        boolean shown = (point >= ' ' && point < 0x7F) || Character.isLetterOrDigit(point);
        return shown ? Character.toString(point) : "\\U%08X".formatted(point);
    }

    /// A pattern or an expression: in single quotes, so that its backslashes and double quotes stay
    /// readable, where it is one line of what everybody can see.
    static String raw(String value) {
        boolean shown =
                value.codePoints()
                        .allMatch(point ->
                                (point >= ' ' && point < 0x7F) || Character.isLetterOrDigit(point));
        return shown ? "'" + value.replace("'", "''") + "'" : quoted(value);
    }
}
