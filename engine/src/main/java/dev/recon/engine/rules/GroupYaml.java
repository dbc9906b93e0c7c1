package dev.recon.engine.rules;

import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the passes that make matches of several entries.
///
/// @param map the pass as it is written
/// @param key the fields of its key, as read
record GroupYaml(YamlMap map, List<String> key) {
    static final List<String> GROUP =
            List.of("name", "kind", "find", "in", "length", "key", "amount", "days", "unequal");
    static final List<String> SUM =
            List.of("name", "kind", "key", "days", "evidence", "entries", "against", "ambiguous");
    private static final int ENTRIES_DEFAULT = 5;
    private static final Tolerance EQUAL = new Tolerance.Absolute(BigDecimal.ZERO);
    private static final SequencedMap<String, Unequal> UNEQUAL = new LinkedHashMap<>();
    private static final SequencedMap<String, Ambiguity> CHOICES = new LinkedHashMap<>();

    static {
        CHOICES.put(Ambiguity.SUGGEST.word(), Ambiguity.SUGGEST);
        CHOICES.put(Ambiguity.LEAVE.word(), Ambiguity.LEAVE);
        for (Unequal unequal : Unequal.values()) {
            UNEQUAL.put(unequal.word(), unequal);
        }
    }

    /// @param search what ties the entries of a group together beside the key, if anything
    Pass group(String name, Optional<TextSearch> search, int decimals) {
        Optional<YamlValue> fields = map.find("key").filter(YamlValue::isList);
        fields.filter(_ -> key.isEmpty() && search.isEmpty())
                .ifPresent(list -> list.fault("at least one field"));
        requireNoAmount();
        return new Pass.Group(
                name,
                key,
                search,
                map.find("amount").map(at -> new ToleranceYaml(decimals).read(at)).orElse(EQUAL),
                map.find("days").map(NearYaml::days).orElse(DayWindow.ANY),
                map.find("unequal").map(at -> at.oneOf(UNEQUAL)).orElse(Unequal.LEAVE));
    }

    /// @param fields the fields that both sides map
    Pass sum(String name, FieldNames fields) {
        requireNoAmount();
        Ambiguity ambiguous =
                map.find("ambiguous").map(at -> at.oneOf(CHOICES)).orElse(Ambiguity.SUGGEST);
        return new Pass.Sum(
                name,
                key,
                map.find("days").map(NearYaml::days).orElse(DayWindow.ANY),
                map.find("evidence").map(fields::shared).orElse(List.of()),
                map.find("entries")
                        .map(at -> at.whole(2, Pass.Sum.ENTRIES_MAX, ENTRIES_DEFAULT))
                        .orElse(ENTRIES_DEFAULT),
                map.find("against").map(at -> at.whole(1, Pass.Sum.AGAINST_MAX, 1)).orElse(1),
                ambiguous);
    }

    private void requireNoAmount() {
        map.find("key")
                .filter(_ -> key.contains(Table.AMOUNT))
                .ifPresent(list ->
                        list.fault("amount", "other fields: the amounts are what is summed"));
    }
}
