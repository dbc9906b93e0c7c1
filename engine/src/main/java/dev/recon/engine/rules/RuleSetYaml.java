package dev.recon.engine.rules;

import dev.recon.engine.money.Money;
import dev.recon.engine.read.Layout;
import dev.recon.engine.transform.LookUpTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The text form of a rule set: one YAML document, the same everywhere.
///
/// `parse(write(rules))` gives `rules` again, and [#write] gives the same bytes for equal rule
/// sets. The keys are explained in `docs/reference/rules.md`; their JSON Schema is the resource
/// `rules.schema.json` beside this class.
public final class RuleSetYaml {
    /// The version that this program reads and writes.
    public static final int VERSION = 1;

    private static final List<String> KEYS =
            List.of(
                    "version",
                    "decimals",
                    "lookups",
                    "left",
                    "right",
                    "rates",
                    "passes",
                    "compare");

    private RuleSetYaml() {}

    /// What a text turned out to be.
    public sealed interface Result {
        /// A rule set that can run.
        record Valid(RuleSet rules) implements Result {}

        /// Everything that is wrong with the text, in its order; at least one fault.
        record Faulty(List<RuleFault> faults) implements Result {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /// The rule set of a text, or all that keeps it from being one.
    public static Result parse(String yaml) {
        return parse(yaml, LookUpFiles.NONE);
    }

    /// The same; look-up tables that it only names are taken from `files`.
    public static Result parse(String yaml, LookUpFiles files) {
        Faults faults = new Faults();
        Optional<RuleSet> rules = YamlDocument.read(yaml, faults).map(root -> ruleSet(root, files));
        return rules.isPresent() && faults.isEmpty()
                ? new Result.Valid(rules.get())
                : new Result.Faulty(faults.inOrder());
    }

    /// The text of a rule set, for people to read and edit.
    public static String write(RuleSet rules) {
        return RuleSetText.of(rules);
    }

    private static RuleSet ruleSet(YamlValue root, LookUpFiles files) {
        YamlMap map = YamlMap.of(root, KEYS);
        map.require("version", "version: 1 on the first line")
                .ifPresent(value -> requireVersion(value));
        int decimals =
                map.require("decimals", "how many decimals amounts have, such as decimals: 2")
                        .map(value -> value.whole(0, Money.DECIMALS_MAX, Money.DECIMALS_MAX))
                        .orElse(Money.DECIMALS_MAX);
        SequencedMap<String, LookUpTable> tables =
                map.find("lookups")
                        .map(value -> LookUpsYaml.read(value, files))
                        .orElseGet(LinkedHashMap::new);
        Layout left = layout(map, "left", tables);
        Layout right = layout(map, "right", tables);
        map.find("right").ifPresent(at -> requireAlike(at, left, right));
        FieldNames fields = FieldNames.of(left, right);
        Optional<Rates> rates = map.find("rates").map(RatesYaml::read);
        List<Pass> passes =
                map.require("passes", "at least one pass")
                        .map(value -> new PassYaml(fields, rates, decimals).readAll(value))
                        .orElse(List.of());
        List<Comparison> compare =
                map.find("compare").map(at -> CompareYaml.read(at, fields)).orElse(List.of());
        return new RuleSet(
                decimals, tables, left, right, rates.orElse(Rates.NONE), passes, compare);
    }

    private static void requireVersion(YamlValue value) {
        if (!value.isWhole() || !value.raw().equals(String.valueOf(VERSION))) {
            value.fault("1, the only version there is");
        }
    }

    private static Layout layout(
            YamlMap map, String side, SequencedMap<String, LookUpTable> tables) {
        return map.require(side, "how the " + side + " file is read")
                .map(value -> LayoutYaml.read(value, tables))
                .orElseGet(() -> new Layout(LayoutYaml.DIALECT, new LinkedHashMap<>()));
    }

    /// A date is compared with a date alone.
    private static void requireAlike(YamlValue place, Layout left, Layout right) {
        for (String field : left.fields().keySet()) {
            boolean isDate = left.dated().contains(field);
            if (right.fields().containsKey(field) && isDate != right.dated().contains(field)) {
                place.fault(
                        "\""
                                + field
                                + "\", which only the "
                                + (isDate ? "left" : "right")
                                + " reads as a date",
                        "a format on both sides, or on none");
            }
        }
    }
}
