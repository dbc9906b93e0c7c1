package dev.recon.engine.rules;

import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Reads the passes that match the entries of a batch of one side with one entry of the other.
final class BatchYaml {
    static final List<String> KEYS =
            List.of("name", "kind", "of", "by", "key", "amount", "days", "ambiguous");
    private static final Tolerance EQUAL = new Tolerance.Absolute(BigDecimal.ZERO);
    private static final SequencedMap<String, Side> SIDES = new LinkedHashMap<>();

    static {
        for (Side side : Side.values()) {
            SIDES.put(side.word(), side);
        }
    }

    private BatchYaml() {}

    /// @param fields the fields that each side maps
    static Pass read(String name, YamlMap map, FieldNames fields, int decimals) {
        Side of =
                map.require("of", "the side whose entries come in batches: left or right")
                        .map(at -> at.oneOf(SIDES))
                        .orElse(Side.LEFT);
        List<String> by =
                map.require("by", "the fields that a batch shares, such as by: [payout]")
                        .map(fields.only(of)::shared)
                        .orElse(List.of());
        List<String> key = map.find("key").map(fields::shared).orElse(List.of());
        map.find("by")
                .filter(list -> list.isList() && by.isEmpty())
                .ifPresent(list -> list.fault("at least one field"));
        requireNoAmount(map, "by", by);
        requireNoAmount(map, "key", key);
        return new Pass.Batch(
                name,
                of,
                by,
                key,
                map.find("amount").map(at -> new ToleranceYaml(decimals).read(at)).orElse(EQUAL),
                map.find("days").map(NearYaml::days).orElse(DayWindow.ANY),
                PassYaml.ambiguous(map));
    }

    private static void requireNoAmount(YamlMap map, String key, List<String> fields) {
        map.find(key)
                .filter(_ -> fields.contains(Table.AMOUNT))
                .ifPresent(list ->
                        list.fault("amount", "other fields: the amounts are what is summed"));
    }

    static void write(Pass.Batch batch, Consumer<String> lines) {
        lines.accept("    kind: batch");
        lines.accept("    of: " + batch.of().word());
        lines.accept("    by: " + YamlText.list(batch.by()));
        lines.accept("    key: " + YamlText.list(batch.key()));
        lines.accept("    amount: " + ToleranceYaml.write(batch.amount()));
    }
}
