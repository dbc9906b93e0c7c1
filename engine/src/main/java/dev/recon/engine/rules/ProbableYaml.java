package dev.recon.engine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Reads a probable pass.
final class ProbableYaml {
    static final List<String> KEYS =
            List.of("name", "kind", "key", "fields", "blocks", "precision", "floor");
    static final int FIELDS_MAX = 12;
    static final int BLOCKS_MAX = 10;
    static final int BLOCK_FIELDS_MAX = 3;

    private ProbableYaml() {}

    static Pass read(String name, YamlMap map, FieldNames names) {
        List<String> key = map.find("key").map(names::shared).orElse(List.of());
        List<String> fields =
                map.require("fields", "the fields that are evidence, such as fields: [party, date]")
                        .map(list -> fields(list, names))
                        .orElse(List.of());
        List<List<String>> blocks =
                map.find("blocks").map(list -> blocks(list, names)).orElse(List.of());
        return new Pass.Probable(
                name,
                key,
                fields,
                blocks,
                map.find("precision").map(ProbableYaml::share).orElse(Pass.Probable.PRECISION),
                map.find("floor").map(ProbableYaml::share).orElse(Pass.Probable.FLOOR));
    }

    private static List<String> fields(YamlValue list, FieldNames names) {
        List<String> fields = names.shared(list);
        if (list.isList() && (fields.isEmpty() || fields.size() > FIELDS_MAX)) {
            list.fault("1 to " + FIELDS_MAX + " fields");
        }
        for (YamlValue item : list.isList() ? list.items("") : List.<YamlValue>of()) {
            if (item.raw().equals("currency")) {
                item.fault("currency", "other fields: the currency is always the same");
            }
        }
        return fields;
    }

    private static List<List<String>> blocks(YamlValue list, FieldNames names) {
        List<YamlValue> items = list.items("a list of lists of fields, such as [[party, date]]");
        if (list.isList() && (items.isEmpty() || items.size() > BLOCKS_MAX)) {
            list.fault("1 to " + BLOCKS_MAX + " blocks");
        }
        List<List<String>> blocks = new ArrayList<>();
        for (YamlValue item : items) {
            List<String> fields = names.shared(item);
            if (item.isList() && (fields.isEmpty() || fields.size() > BLOCK_FIELDS_MAX)) {
                item.fault("1 to " + BLOCK_FIELDS_MAX + " fields");
            }
            blocks.add(fields);
        }
        return blocks;
    }

    /// A share between 0 and 1, both left out.
    static BigDecimal share(YamlValue value) {
        boolean plain = value.isNumber() && value.raw().matches("0?\\.[0-9]{1,6}");
        BigDecimal share = plain ? new BigDecimal(value.raw()) : BigDecimal.ZERO;
        if (share.signum() == 0) {
            value.fault("a share above 0 and below 1, such as 0.99");
            return Pass.Probable.PRECISION;
        }
        return share;
    }
}
