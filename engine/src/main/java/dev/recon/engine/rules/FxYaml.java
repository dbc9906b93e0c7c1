package dev.recon.engine.rules;

import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads and writes the passes that match across currencies.
///
/// @param fields what each side maps
/// @param rates the rates of the rule set; empty when it has none, without any where they are
///   faulty
record FxYaml(FieldNames fields, Optional<Rates> rates, int decimals) {
    static final List<String> KEYS =
            List.of("name", "kind", "key", "pairs", "amount", "days", "ambiguous");
    private static final String NO_AMOUNT =
            "fields without it: amounts of two currencies are never equal";
    private static final String NO_CURRENCY = "fields without it: the pass matches two currencies";
    private static final String PAIRS = "pairs such as [USD/EUR], from the converted side's";

    /// @param key the fields of its key, as read
    Pass read(String name, YamlMap map, List<String> key) {
        PassYaml.requireNoAmount(map, "key", key, NO_AMOUNT);
        map.find("key")
                .filter(_ -> key.contains(Table.CURRENCY))
                .ifPresent(list -> list.fault("currency", NO_CURRENCY));
        map.find("kind").ifPresent(this::requireRates);
        NearYaml.Near near = NearYaml.near(map, key, decimals, "0.5%");
        return new Pass.Fx(
                name,
                key,
                map.find("pairs").map(this::pairs).orElse(List.of()),
                near.amount(),
                near.days(),
                PassYaml.ambiguous(map));
    }

    /// Amounts are converted by the day of their entry.
    private void requireRates(YamlValue kind) {
        if (rates.isEmpty()) {
            kind.fault(kind.shown() + ", and no rates", "rates: beside the passes");
            return;
        }
        if (!fields.isOnLeft(Table.CURRENCY) || !fields.isOnRight(Table.CURRENCY)) {
            kind.fault(kind.shown() + ", and no currency", "a field currency on both sides");
        }
        boolean dated =
                rates.get().into() == Side.LEFT
                        ? fields.isOnRight(Table.DATE)
                        : fields.isOnLeft(Table.DATE);
        if (!dated) {
            kind.fault(
                    kind.shown() + ", and no date on the " + rates.get().into().other().word(),
                    "a field date on the side that is converted");
        }
    }

    private List<CurrencyPair> pairs(YamlValue value) {
        List<YamlValue> items = value.items(PAIRS);
        if (value.isList() && items.isEmpty()) {
            value.fault("at least one pair, or no pairs for any that has a rate");
        }
        Set<CurrencyPair> pairs = new LinkedHashSet<>();
        for (YamlValue item : items) {
            Optional<CurrencyPair> pair = CurrencyPair.find(item.raw());
            if (pair.isEmpty()) {
                item.fault(RatesYaml.PAIR);
            } else if (!pairs.add(pair.get())) {
                item.fault(item.shown() + " again", "each pair once");
            } else {
                rates.filter(stated -> !stated.isEmpty() && !stated.states(pair.get()))
                        .ifPresent(_ ->
                                item.fault(
                                        item.shown() + ", which has no rate",
                                        "a pair that rates has, or its way back"));
            }
        }
        return List.copyOf(pairs);
    }

    static void write(Pass.Fx pass, Consumer<String> line) {
        if (!pass.pairs().isEmpty()) {
            line.accept(
                    "    pairs: "
                            + pass.pairs().stream()
                                    .map(CurrencyPair::toString)
                                    .collect(Collectors.joining(", ", "[", "]")));
        }
        line.accept("    amount: " + ToleranceYaml.write(pass.amount()));
    }
}
