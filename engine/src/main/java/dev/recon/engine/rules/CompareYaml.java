package dev.recon.engine.rules;

import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads and writes what must agree inside every match.
final class CompareYaml {
    private CompareYaml() {}

    static List<Comparison> read(YamlValue value, FieldNames fields) {
        List<Comparison> comparisons = new ArrayList<>();
        YamlMap map = YamlMap.of(value, "a map of fields, such as date: {days: 3}");
        map.values().forEach((field, at) -> comparisons.add(comparison(field, at, fields)));
        return comparisons;
    }

    static void write(List<Comparison> comparisons, Consumer<String> line) {
        for (Comparison comparison : comparisons) {
            boolean date = comparison.field().equals(Table.DATE);
            String inside = date ? "{days: " + NearYaml.write(comparison.days()) + "}" : "{}";
            line.accept("  " + YamlText.scalar(comparison.field()) + ": " + inside);
        }
    }

    private static Comparison comparison(String field, YamlValue value, FieldNames fields) {
        if (field.equals(Table.AMOUNT)) {
            value.fault("amount", "other fields: amounts are always compared");
        } else if (!fields.isOnBoth(field)) {
            String expected = "a field that both sides map" + Spelling.hint(field, fields.both());
            value.fault("\"" + field + "\", which not both sides map", expected);
        }
        if (!field.equals(Table.DATE)) {
            YamlMap map = YamlMap.of(value, "an empty map: " + field + ": {}");
            map.values().sequencedValues().forEach(at -> at.fault("nothing inside " + field));
            return new Comparison(field, DayWindow.ANY);
        }
        YamlMap map = YamlMap.of(value, List.of("days"));
        DayWindow days = map.find("days").map(NearYaml::days).orElse(new DayWindow(0, 0));
        return new Comparison(field, days);
    }
}
