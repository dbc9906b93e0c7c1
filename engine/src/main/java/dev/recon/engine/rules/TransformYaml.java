package dev.recon.engine.rules;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.transform.Constant;
import dev.recon.engine.transform.Expression;
import dev.recon.engine.transform.ExpressionCompiler;
import dev.recon.engine.transform.Extraction;
import dev.recon.engine.transform.LookUp;
import dev.recon.engine.transform.LookUpTable;
import dev.recon.engine.transform.ResultType;
import dev.recon.engine.transform.SignRule;
import dev.recon.engine.transform.Steps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// Reads the transform of one field.
///
/// @param field what the rule set says of the field
record TransformYaml(YamlMap field, Map<String, LookUpTable> tables) {
    static final String EXTRACT = "extract";
    static final String LOOK_UP = "lookup";
    static final String CONSTANT = "constant";
    static final String EXPRESSION = "expression";
    static final String TABLE = "table";
    static final String MISSING = "missing";

    private static final int CONSTANT_LENGTH_MAX = 200;
    private static final int SIGN_WORDS_MAX = 20;
    private static final SequencedMap<String, LookUp.Missing> MISSINGS = new LinkedHashMap<>();

    static {
        for (LookUp.Missing missing : LookUp.Missing.values()) {
            MISSINGS.put(missing.word(), missing);
        }
    }

    /// A constant stands for all lines: nothing is read beside it.
    void requireAlone() {
        for (String key : List.of("column", EXTRACT, LOOK_UP)) {
            field.find(key).ifPresent(both -> both.fault("a column or a constant, not both"));
        }
    }

    FieldSource constant(FieldSource as) {
        YamlValue value = field.find(CONSTANT).orElseThrow();
        String text = value.label("a text, such as {constant: Main account}");
        if (text.isBlank() || text.length() > CONSTANT_LENGTH_MAX) {
            value.fault("a text of 1 to " + CONSTANT_LENGTH_MAX + " characters");
        }
        return new FieldSource.Transformed(as, new Constant(text.strip()));
    }

    /// The source itself, or the steps before it.
    FieldSource stepped(FieldSource plain) {
        Optional<Extraction> extraction = field.find(EXTRACT).flatMap(this::extraction);
        Optional<LookUp> lookUp = field.find(LOOK_UP).flatMap(this::lookUp);
        Optional<SignRule> sign =
                field.find("sign").filter(YamlValue::isMap).map(TransformYaml::sign);
        if (extraction.isEmpty() && lookUp.isEmpty() && sign.isEmpty()) {
            return plain;
        }
        String column = plain.columns().getFirst();
        return new FieldSource.Transformed(plain, new Steps(column, extraction, lookUp, sign));
    }

    private Optional<Extraction> extraction(YamlValue value) {
        try {
            return Optional.of(Extraction.of(value.text("a pattern, such as 'INV-(\\d+)'")));
        } catch (IllegalArgumentException unfit) {
            if (value.isText() && !value.raw().isBlank()) {
                value.fault(String.valueOf(unfit.getMessage()));
            }
            return Optional.empty();
        }
    }

    private Optional<LookUp> lookUp(YamlValue value) {
        if (!value.isMap()) {
            return table(value).map(table -> new LookUp(table, LookUp.Missing.REJECT));
        }
        YamlMap map = YamlMap.of(value, List.of(TABLE, MISSING));
        LookUp.Missing missing =
                map.find(MISSING).map(at -> at.oneOf(MISSINGS)).orElse(LookUp.Missing.REJECT);
        return map.require(TABLE, "the name of a table of lookups")
                .flatMap(this::table)
                .map(table -> new LookUp(table, missing));
    }

    private Optional<LookUpTable> table(YamlValue value) {
        String name = value.text("the name of a table of lookups");
        LookUpTable table = tables.get(name);
        if (table == null && value.isText() && !name.isBlank()) {
            value.fault(
                    "a table of lookups"
                            + (tables.isEmpty()
                                    ? ", which the rule set has none of"
                                    : ": " + YamlValue.choice(tables.keySet()))
                            + Spelling.hint(name, tables.keySet()));
        }
        return Optional.ofNullable(table);
    }

    private static SignRule sign(YamlValue value) {
        YamlMap map = YamlMap.of(value, List.of("column", "minus", "plus"));
        String column = FieldYaml.column(map, "column");
        List<String> minus =
                map.require("minus", "the texts that mean minus, such as [D, S]")
                        .map(TransformYaml::words)
                        .orElse(List.of());
        List<String> plus = map.find("plus").map(TransformYaml::words).orElse(List.of());
        map.find("plus")
                .filter(_ -> plus.stream().anyMatch(minus::contains))
                .ifPresent(both -> both.fault("texts that do not mean minus, too"));
        return new SignRule(column, minus, plus);
    }

    private static List<String> words(YamlValue value) {
        List<YamlValue> items = value.items("a list of texts, such as [D, S]");
        if (value.isList() && (items.isEmpty() || items.size() > SIGN_WORDS_MAX)) {
            value.fault("1 to " + SIGN_WORDS_MAX + " texts");
        }
        return items.stream().map(item -> item.label("a text, such as D").strip()).toList();
    }

    /// What an expression gives, understood as `as` says; its argument is the first column.
    FieldSource expressed(ResultType type, Function<String, FieldSource> as) {
        YamlValue value = field.find(EXPRESSION).orElseThrow();
        String text = value.text("an expression, such as 'row[\"Amount\"].amount(\",\")'");
        if (!value.isText() || text.isBlank()) {
            return as.apply("");
        }
        return switch (new ExpressionCompiler(tables).compile(text, type)) {
            case ExpressionCompiler.Result.Compiled(Expression expression) -> {
                List<String> columns = expression.columns();
                String first = columns.isEmpty() ? "" : columns.getFirst();
                yield new FieldSource.Transformed(as.apply(first), expression);
            }
            case ExpressionCompiler.Result.Faulty(var faults) -> {
                faults.forEach(fault ->
                        value.faultAt(
                                ScalarPlace.of(value.node(), fault),
                                fault.found(),
                                fault.expected()));
                yield as.apply("");
            }
        };
    }
}
