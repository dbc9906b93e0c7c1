package dev.recon.engine.rules;

import dev.recon.engine.read.Totals;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads and writes which lines of a file are sums of others.
final class TotalsYaml {
    private static final List<String> KEYS = List.of("of", "without", FieldYaml.DECIMAL);

    private TotalsYaml() {}

    static Totals read(YamlValue value) {
        YamlMap map = YamlMap.of(value, KEYS);
        return new Totals(
                columns(map, "of", "the columns of the sums, such as of: [Amount]"),
                columns(map, "without", "columns without a value, such as without: [Date]"),
                map.find(FieldYaml.DECIMAL).map(at -> at.oneOf(FieldYaml.MARKS)).orElse('.'));
    }

    private static List<String> columns(YamlMap map, String key, String expected) {
        Optional<YamlValue> list = map.require(key, expected);
        List<YamlValue> items = list.map(at -> at.items(expected)).orElse(List.of());
        if (items.isEmpty() || items.size() > Totals.COLUMNS_MAX) {
            list.ifPresent(at -> at.fault("1 to " + Totals.COLUMNS_MAX + " columns"));
        }
        return items.stream().map(item -> item.label("the name of a column")).toList();
    }

    static void write(Totals totals, Consumer<String> line) {
        if (!totals.isNone()) {
            line.accept(
                    "  totals: {of: "
                            + YamlText.list(totals.of())
                            + ", without: "
                            + YamlText.list(totals.without())
                            + ", decimal: "
                            + YamlText.quoted(String.valueOf(totals.decimal()))
                            + "}");
        }
    }
}
