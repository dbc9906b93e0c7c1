package dev.recon.engine.rules;

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
        if (search.isEmpty()) {
            PassYaml.requireField(map, "key", key);
        }
        PassYaml.requireNoAmount(map, "key", key, PassYaml.SUMMED);
        return new Pass.Group(
                name,
                key,
                search,
                new ToleranceYaml(decimals).amount(map),
                NearYaml.days(map),
                map.find("unequal").map(at -> at.oneOf(UNEQUAL)).orElse(Unequal.LEAVE));
    }

    /// @param fields the fields that both sides map
    Pass sum(String name, FieldNames fields) {
        PassYaml.requireNoAmount(map, "key", key, PassYaml.SUMMED);
        Ambiguity ambiguous =
                map.find("ambiguous").map(at -> at.oneOf(CHOICES)).orElse(Ambiguity.SUGGEST);
        return new Pass.Sum(
                name,
                key,
                NearYaml.days(map),
                map.find("evidence").map(fields::shared).orElse(List.of()),
                map.find("entries")
                        .map(at -> at.whole(2, Pass.Sum.ENTRIES_MAX, ENTRIES_DEFAULT))
                        .orElse(ENTRIES_DEFAULT),
                map.find("against").map(at -> at.whole(1, Pass.Sum.AGAINST_MAX, 1)).orElse(1),
                ambiguous);
    }
}
