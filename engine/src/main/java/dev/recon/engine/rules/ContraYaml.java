package dev.recon.engine.rules;

import dev.recon.engine.table.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the passes that match entries of one side which cancel.
final class ContraYaml {
    static final List<String> KEYS =
            List.of(
                    "name",
                    "kind",
                    "key",
                    "side",
                    "entries",
                    "amount",
                    "days",
                    "similar",
                    "ambiguous");
    private static final String BOTH = "both";
    private static final SequencedMap<String, List<Side>> SIDES = new LinkedHashMap<>();
    private static final SequencedMap<String, Offset> OFFSETS = new LinkedHashMap<>();

    static {
        for (Side side : Side.values()) {
            SIDES.put(side.word(), List.of(side));
        }
        SIDES.put(BOTH, List.of(Side.values()));
        for (Offset offset : Offset.values()) {
            OFFSETS.put(offset.word(), offset);
        }
    }

    private ContraYaml() {}

    /// @param fields the fields that each side maps
    static Pass read(String name, YamlMap map, FieldNames fields, int decimals) {
        List<Side> sides =
                map.find("side").map(at -> at.oneOf(SIDES)).orElse(List.of(Side.values()));
        FieldNames known = sides.size() == 1 ? fields.only(sides.getFirst()) : fields;
        PassYaml passes = new PassYaml(known, Optional.empty(), decimals);
        List<String> key = passes.key(map);
        Offset offset = map.find("entries").map(at -> at.oneOf(OFFSETS)).orElse(Offset.PAIR);
        Tolerance amount = new ToleranceYaml(decimals).amount(map);
        DayWindow days = NearYaml.days(map);
        List<String> similar = map.find("similar").map(passes::similar).orElse(List.of());
        Ambiguity ambiguous = PassYaml.ambiguous(map);
        PassYaml.requireNoAmount(
                map, "key", key, "other fields: amounts that cancel are not equal");
        if (offset == Offset.ALL) {
            requireKeyAlone(map, key);
            return new Pass.Contra(
                    name, key, sides, offset, amount, days, List.of(), Ambiguity.BEST);
        }
        boolean free = key.isEmpty() && amount instanceof Tolerance.Any;
        map.find("key")
                .filter(list -> list.isList() && free && days.equals(DayWindow.ANY))
                .ifPresent(list -> list.fault("a field, or limits for amount or days"));
        return new Pass.Contra(name, key, sides, offset, amount, days, similar, ambiguous);
    }

    /// All entries of a key leave nothing to choose, and a key of no field would be the whole side.
    private static void requireKeyAlone(YamlMap map, List<String> key) {
        PassYaml.requireField(map, "key", key);
        for (String word : List.of("similar", "ambiguous")) {
            map.find(word)
                    .ifPresent(at ->
                            at.fault(
                                    word + " beside entries: all",
                                    "none: all entries of a key leave no choice"));
        }
    }

    static String write(List<Side> sides) {
        return sides.size() == 1 ? sides.getFirst().word() : BOTH;
    }
}
