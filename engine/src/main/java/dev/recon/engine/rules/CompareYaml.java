package dev.recon.engine.rules;

import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Reads and writes what must agree inside every match.
final class CompareYaml {
    private static final SequencedMap<String, Boolean> ABSENT = new LinkedHashMap<>();

    static {
        ABSENT.put("agrees", false);
        ABSENT.put("differs", true);
    }

    private CompareYaml() {}

    static List<Comparison> read(YamlValue value, FieldNames fields) {
        List<Comparison> comparisons = new ArrayList<>();
        YamlMap map = YamlMap.of(value, "a map of fields, such as date: {days: 3}");
        map.values().forEach((field, at) -> comparisons.add(comparison(field, at, fields)));
        return comparisons;
    }

    static void write(List<Comparison> comparisons, Consumer<String> line) {
        for (Comparison comparison : comparisons) {
            line.accept("  " + YamlText.scalar(comparison.field()) + ": " + inside(comparison));
        }
    }

    private static String inside(Comparison comparison) {
        if (comparison.field().equals(Table.DATE)) {
            String absent = comparison.absentDiffers() ? ", absent: differs" : "";
            return "{days: " + NearYaml.write(comparison.days()) + absent + "}";
        }
        return comparison.absentDiffers() ? "{absent: differs}" : "{}";
    }

    private static Comparison comparison(String field, YamlValue value, FieldNames fields) {
        if (field.equals(Table.AMOUNT)) {
            value.fault("amount", "other fields: amounts are always compared");
        } else if (!fields.isOnBoth(field)) {
            String expected = "a field that both sides map" + Spelling.hint(field, fields.both());
            value.fault("\"" + field + "\", which not both sides map", expected);
        }
        boolean isDate = field.equals(Table.DATE);
        YamlMap map = YamlMap.of(value, isDate ? List.of("days", "absent") : List.of("absent"));
        DayWindow days = map.find("days").map(NearYaml::days).orElse(new DayWindow(0, 0));
        boolean absentDiffers = map.find("absent").map(at -> at.oneOf(ABSENT)).orElse(false);
        return new Comparison(field, days, absentDiffers);
    }
}
