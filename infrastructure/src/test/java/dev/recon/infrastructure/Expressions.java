package dev.recon.infrastructure;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which metrics an expression of Prometheus reads.
final class Expressions {
    private static final Pattern NOT_METRICS =
            Pattern.compile(
                    "\"(?:\\\\.|[^\"\\\\])*\"|\\[[^\\]]*\\]"
                            + "|\\b(?:by|on|without|ignoring|group_(?:left|right))\\s*\\([^)]*\\)");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*\\}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|\\w)");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "offset", "bool", "by", "on", "without", "ignoring");
    private static final Pattern PART = Pattern.compile("_(bucket|count|sum)$");

    private Expressions() {}

    /// The names, those of the parts of a histogram without their endings.
    static Set<String> metrics(String expression) {
        String bare = NOT_METRICS.matcher(expression).replaceAll(" ");
        bare = LABELS.matcher(bare).replaceAll(" ");
        Set<String> metrics = new TreeSet<>();
        var names = NAME.matcher(bare);
        while (names.find()) {
            String name = names.group();
            if (!WORDS.contains(name) && (name.contains("_") || name.contains(":"))) {
                metrics.add(name);
            }
        }
        return metrics;
    }

    /// The name of the histogram that a series is a part of, or the name itself.
    static String family(String metric) {
        return PART.matcher(metric).replaceAll("");
    }
}
