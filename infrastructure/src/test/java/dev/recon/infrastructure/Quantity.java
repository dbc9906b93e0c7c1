package dev.recon.infrastructure;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The amounts of Kubernetes: `500m` of a core, `768Mi` of memory.
final class Quantity {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(m|Ki|Mi|Gi)?");
    private static final Map<String, Double> UNITS =
            Map.of("m", 0.001, "Ki", 1024.0, "Mi", 1024.0 * 1024, "Gi", 1024.0 * 1024 * 1024);

    private Quantity() {}

    static int millicores(Tree amount) {
        return (int) Math.round(value(amount) * 1000);
    }

    static int mebibytes(Tree amount) {
        return (int) Math.round(value(amount) / (1024 * 1024));
    }

    static double gigabytes(Tree amount) {
        return value(amount) / 1e9;
    }

    private static double value(Tree amount) {
        if (!amount.isPresent()) {
            return 0;
        }
        Matcher matcher = FORM.matcher(amount.text());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + amount.text() + "\" is no amount");
        }
        String unit = matcher.group(2);
        return Double.parseDouble(matcher.group(1))
                * (unit == null ? 1 : UNITS.getOrDefault(unit, 1.0));
    }
}
