package dev.recon.engine.rules;

import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Reads the passes of a rule set.
final class PassYaml {
    static final int LENGTH_MIN_DEFAULT = 6;
    static final int LENGTH_MAX_DEFAULT = 35;
    static final int LENGTH_LIMIT = 100;
    static final String SUMMED = "other fields: the amounts are what is summed";

    private static final List<String> EXACT = List.of("name", "kind", "key", "ambiguous");
    private static final List<String> REFERENCE =
            List.of("name", "kind", "find", "in", "key", "length", "ambiguous");
    private static final List<String> CLOSE =
            List.of(
                    "name",
                    "kind",
                    "key",
                    "amount",
                    "days",
                    TimeYaml.SECONDS,
                    "similar",
                    "ambiguous",
                    "precision");
    private static final SequencedMap<String, List<String>> KEYS = new LinkedHashMap<>();
    private static final SequencedMap<String, Ambiguity> AMBIGUITIES = new LinkedHashMap<>();

    static {
        KEYS.put("exact", EXACT);
        KEYS.put("reference", REFERENCE);
        KEYS.put("close", CLOSE);
        KEYS.put("group", GroupYaml.GROUP);
        KEYS.put("probable", ProbableYaml.KEYS);
        KEYS.put("sum", GroupYaml.SUM);
        KEYS.put("fee", FeeYaml.FEE);
        KEYS.put("fx", FxYaml.KEYS);
        KEYS.put("contra", ContraYaml.KEYS);
        KEYS.put("batch", BatchYaml.KEYS);
        for (Ambiguity ambiguity : Ambiguity.values()) {
            AMBIGUITIES.put(ambiguity.word(), ambiguity);
        }
    }

    private final FieldNames fields;
    private final Optional<Rates> rates;
    private final int decimals;

    /// @param rates the rates of the rule set, if it has some
    PassYaml(FieldNames fields, Optional<Rates> rates, int decimals) {
        this.fields = fields;
        this.rates = rates;
        this.decimals = decimals;
    }

    List<Pass> readAll(YamlValue list) {
        List<YamlValue> items = list.items("a list of passes, each with name and kind");
        if (list.isList() && (items.isEmpty() || items.size() > Limits.PASSES_MAX)) {
            list.fault("1 to " + Limits.PASSES_MAX + " passes");
        }
        List<Pass> passes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlValue item : items) {
            read(item, names).ifPresent(passes::add);
        }
        return passes;
    }

    private Optional<Pass> read(YamlValue value, Set<String> names) {
        YamlMap map = YamlMap.of(value, "a map with name and kind");
        String name =
                map.require("name", "a name, such as name: reference-amount")
                        .map(at -> name(at, names))
                        .orElse("");
        Optional<YamlValue> kind =
                map.require("kind", "a kind: " + YamlValue.choice(KEYS.keySet()));
        Optional<List<String>> keys = kind.map(at -> at.oneOf(KEYS));
        boolean known = kind.isPresent() && KEYS.containsKey(kind.get().raw());
        if (keys.isEmpty() || !known) {
            return Optional.empty();
        }
        map.requireKnown(keys.get());
        return Optional.of(
                switch (kind.get().raw()) {
                    case "exact" -> exact(name, map);
                    case "reference" -> reference(name, map);
                    case "group" -> group(name, map);
                    case "probable" -> ProbableYaml.read(name, map, fields);
                    case "sum" -> new GroupYaml(map, key(map)).sum(name, fields);
                    case "contra" -> ContraYaml.read(name, map, fields, decimals);
                    case "batch" -> BatchYaml.read(name, map, fields, decimals);
                    case "fee" -> new FeeYaml(decimals).fee(name, map, key(map));
                    case "fx" -> new FxYaml(fields, rates, decimals).read(name, map, key(map));
                    default -> close(name, map);
                });
    }

    private static String name(YamlValue value, Set<String> names) {
        String name = value.text("a name, such as reference-amount");
        if (name.length() > Pass.NAME_LENGTH_MAX) {
            value.fault("a name of at most " + Pass.NAME_LENGTH_MAX + " characters");
        }
        if (value.isText() && !names.add(name)) {
            value.fault(value.shown() + " again", "a name that no earlier pass has");
        }
        return name;
    }

    private Pass exact(String name, YamlMap map) {
        List<String> key = key(map);
        requireField(map, "key", key);
        return new Pass.Exact(name, key, ambiguous(map));
    }

    private Pass reference(String name, YamlMap map) {
        TextSearch search = search(map);
        return new Pass.Reference(
                name,
                search.find(),
                search.in(),
                key(map),
                search.lengthMin(),
                search.lengthMax(),
                ambiguous(map));
    }

    /// What is looked for in which text.
    private TextSearch search(YamlMap map) {
        String find = textual(map, "find");
        String in = textual(map, "in");
        boolean there = fields.isOnLeft(find) && fields.isOnRight(in);
        boolean back = fields.isOnRight(find) && fields.isOnLeft(in);
        if (!there && !back && fields.all().contains(find) && fields.all().contains(in)) {
            map.find("in")
                    .ifPresent(at -> at.fault("a text field of the side that has no " + find));
        }
        int[] length = map.find("length").map(PassYaml::length).orElseGet(PassYaml::lengths);
        return new TextSearch(find, in, length[0], length[1]);
    }

    private Pass group(String name, YamlMap map) {
        boolean searches = map.find("find").isPresent() || map.find("in").isPresent();
        Optional<TextSearch> search = searches ? Optional.of(search(map)) : Optional.empty();
        return new GroupYaml(map, key(map)).group(name, search, decimals);
    }

    private Pass close(String name, YamlMap map) {
        List<String> key = key(map);
        Optional<TimeWindow> seconds = TimeYaml.find(map, fields);
        NearYaml.Near near = NearYaml.near(map, key, decimals, "0.05");
        List<String> similar = map.find("similar").map(this::similar).orElse(List.of());
        return new Pass.Close(
                name,
                key,
                near.amount(),
                seconds.isPresent() ? DayWindow.ANY : near.days(),
                seconds,
                similar,
                ambiguous(map),
                map.find("precision").map(ProbableYaml::share).orElse(BigDecimal.ZERO));
    }

    List<String> key(YamlMap map) {
        return map.require("key", "the fields that must be equal, such as key: [reference]")
                .map(fields::shared)
                .orElse(List.of());
    }

    static void requireField(YamlMap map, String place, List<String> fields) {
        map.find(place)
                .filter(list -> list.isList() && fields.isEmpty())
                .ifPresent(list -> list.fault("at least one field"));
    }

    /// A pass that compares, sums or converts amounts has none among the fields that are equal.
    ///
    /// @param place the key of the map that names the fields
    static void requireNoAmount(YamlMap map, String place, List<String> fields, String expected) {
        map.find(place)
                .filter(_ -> fields.contains(Table.AMOUNT))
                .ifPresent(list -> list.fault("amount", expected));
    }

    List<String> similar(YamlValue list) {
        for (YamlValue item : list.isList() ? list.items("") : List.<YamlValue>of()) {
            if (item.isText() && !fields.isTextual(item.raw())) {
                item.fault(item.shown() + ", which is not text", "text fields only");
            }
        }
        return fields.shared(list);
    }

    static Ambiguity ambiguous(YamlMap map) {
        return map.find("ambiguous").map(at -> at.oneOf(AMBIGUITIES)).orElse(Ambiguity.BEST);
    }

    private String textual(YamlMap map, String key) {
        Optional<YamlValue> value = map.require(key, "a text field, such as " + key + ": text");
        String field = value.map(at -> at.text("the name of a text field")).orElse("");
        value.filter(YamlValue::isText).ifPresent(at -> requireTextual(at, field));
        return field;
    }

    private void requireTextual(YamlValue place, String field) {
        if (!fields.isTextual(field)) {
            place.fault(place.shown() + ", which is not text", "a text field");
        } else if (!fields.isOnLeft(field) && !fields.isOnRight(field)) {
            String expected = "a text field of one side" + Spelling.hint(field, fields.all());
            place.fault(place.shown() + ", which no side maps", expected);
        }
    }

    private static int[] length(YamlValue value) {
        YamlMap map = YamlMap.of(value, List.of("min", "max"));
        int[] length = lengths();
        map.find("min").ifPresent(at -> length[0] = at.whole(1, LENGTH_LIMIT, 1));
        map.find("max").ifPresent(at -> length[1] = at.whole(1, LENGTH_LIMIT, LENGTH_LIMIT));
        if (length[0] > length[1]) {
            value.fault(length[0] + " to " + length[1], "a min that is not above the max");
        }
        return length;
    }

    private static int[] lengths() {
        return new int[] {LENGTH_MIN_DEFAULT, LENGTH_MAX_DEFAULT};
    }
}
