package dev.recon.engine.rules;

import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads and writes the passes that make matches of several entries.
final class GroupYaml {
    static final List<String> GROUP = List.of("name", "kind", "key", "amount", "days", "unequal");
    private static final Tolerance EQUAL = new Tolerance.Absolute(BigDecimal.ZERO);
    private static final SequencedMap<String, Unequal> UNEQUAL = new LinkedHashMap<>();

    static {
        for (Unequal unequal : Unequal.values()) {
            UNEQUAL.put(unequal.word(), unequal);
        }
    }

    private GroupYaml() {}

    /// @param key the fields of its key, as read
    static Pass group(String name, YamlMap map, List<String> key, int decimals) {
        Optional<YamlValue> fields = map.find("key").filter(YamlValue::isList);
        fields.filter(_ -> key.isEmpty()).ifPresent(list -> list.fault("at least one field"));
        fields.filter(_ -> key.contains(Table.AMOUNT))
                .ifPresent(list ->
                        list.fault("amount", "fields that name a group; the amounts are summed"));
        return new Pass.Group(
                name,
                key,
                map.find("amount").map(at -> new ToleranceYaml(decimals).read(at)).orElse(EQUAL),
                map.find("days").map(NearYaml::days).orElse(DayWindow.ANY),
                map.find("unequal").map(at -> at.oneOf(UNEQUAL)).orElse(Unequal.LEAVE));
    }
}
