package dev.recon.engine.rules;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Table;
import dev.recon.engine.transform.LookUpTable;
import dev.recon.engine.transform.ResultType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the field map of one side.
///
/// @param tables the look-up tables of the rule set
record FieldYaml(Map<String, LookUpTable> tables) {
    static final int FIELDS_MAX = 100;
    static final int NAME_LENGTH_MAX = 60;
    static final String FROM = "from";

    private static final String COLUMN = "the name of a column, such as {column: Amount}";
    private static final DatePattern ISO = DatePattern.of("yyyy-MM-dd");
    private static final SequencedMap<String, Boolean> SIGNS = new LinkedHashMap<>();
    static final String DECIMAL = "decimal";
    static final SequencedMap<String, Character> MARKS = new LinkedHashMap<>();
    private static final SequencedMap<String, NormalForm> FORMS = new LinkedHashMap<>();

    static {
        SIGNS.put("same", false);
        SIGNS.put("opposite", true);
        MARKS.put(".", '.');
        MARKS.put(",", ',');
        for (NormalForm form : NormalForm.values()) {
            FORMS.put(form.word(), form);
        }
    }

    void readAll(YamlValue value, Map<String, FieldSource> fields) {
        YamlMap map = YamlMap.of(value, "a map of fields, such as amount: {column: Amount}");
        if (value.isMap() && (map.values().isEmpty() || map.values().size() > FIELDS_MAX)) {
            value.fault("1 to " + FIELDS_MAX + " fields");
        }
        Optional<FieldSource> amount = map.find(Table.AMOUNT).map(this::amount);
        map.values()
                .forEach((name, source) -> {
                    if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
                        source.fault("a field name of that length", "1 to 60 characters");
                    }
                    fields.put(
                            name,
                            amount.filter(_ -> name.equals(Table.AMOUNT))
                                    .orElseGet(() -> field(name, source, amount)));
                });
    }

    /// The form that a text field has when its rule set does not say: references as codes, names
    /// and free text as words, everything else as it stands.
    static NormalForm formOf(String field) {
        return switch (field) {
            case Table.REFERENCE -> NormalForm.CODE;
            case Table.PARTY, Table.TEXT -> NormalForm.WORDS;
            default -> NormalForm.EXACT;
        };
    }

    private FieldSource field(String name, YamlValue value, Optional<FieldSource> amount) {
        return switch (name) {
            case Table.CURRENCY -> currency(value, amount);
            case Table.DATE -> date(value);
            case Table.TIME -> TimeYaml.read(value);
            default -> text(name, value);
        };
    }

    private FieldSource amount(YamlValue value) {
        YamlMap map = YamlMap.of(value, "a map such as {column: Amount}");
        TransformYaml transform = new TransformYaml(map, tables);
        if (map.has(TransformYaml.EXPRESSION)) {
            map.requireKnown(List.of(TransformYaml.EXPRESSION));
            return transform.expressed(
                    ResultType.AMOUNT, column -> new FieldSource.Amount(column, '.', false));
        }
        SplitYaml split = new SplitYaml(map);
        map.requireKnown(
                split.isSplit()
                        ? split.keys()
                        : List.of(
                                "column",
                                TransformYaml.EXTRACT,
                                DECIMAL,
                                "sign",
                                TransformYaml.EXPRESSION));
        char mark = map.find(DECIMAL).map(at -> at.oneOf(MARKS)).orElse('.');
        boolean byColumn = !split.isSplit() && map.find("sign").map(YamlValue::isMap).orElse(false);
        boolean opposite = !byColumn && map.find("sign").map(at -> at.oneOf(SIGNS)).orElse(false);
        return split.isSplit()
                ? split.read(mark, opposite)
                : transform.stepped(new FieldSource.Amount(column(map, "column"), mark, opposite));
    }

    private FieldSource currency(YamlValue value, Optional<FieldSource> amount) {
        YamlMap map = YamlMap.of(value, "a map such as {column: Currency} or {constant: EUR}");
        TransformYaml transform = new TransformYaml(map, tables);
        if (map.has(TransformYaml.EXPRESSION)) {
            map.requireKnown(List.of(TransformYaml.EXPRESSION));
            return transform.expressed(ResultType.TEXT, FieldSource.CurrencyColumn::new);
        }
        if (map.has(FROM)) {
            map.requireKnown(List.of(FROM));
            return fromAmount(map.find(FROM).orElseThrow(), amount);
        }
        map.requireKnown(
                List.of(
                        "column",
                        TransformYaml.CONSTANT,
                        TransformYaml.EXTRACT,
                        TransformYaml.LOOK_UP,
                        FROM,
                        TransformYaml.EXPRESSION));
        if (map.has(TransformYaml.CONSTANT)) {
            transform.requireAlone();
            return new FieldSource.CurrencyConstant(
                    currencyCode(map.find(TransformYaml.CONSTANT).orElseThrow()));
        }
        return transform.stepped(new FieldSource.CurrencyColumn(column(map, "column")));
    }

    /// The currency of the column that the amount stands in.
    private static FieldSource fromAmount(YamlValue from, Optional<FieldSource> amount) {
        if (from.oneOf(Map.of(Table.AMOUNT, true))
                && amount.orElse(null) instanceof FieldSource.SplitAmount split
                && split.saysCurrency()) {
            return new FieldSource.SplitCurrency(split);
        }
        from.fault("an amount with columns by currency: amount: {currencies: {EUR: Amount EUR}}");
        return new FieldSource.CurrencyConstant(Currency.NONE);
    }

    private static Currency currencyCode(YamlValue value) {
        String code = value.raw();
        boolean known = value.isText() && isCurrency(code);
        if (!known) {
            value.fault("a currency of ISO 4217 in capitals, such as EUR");
        }
        return known ? Currency.of(code) : Currency.NONE;
    }

    static boolean isCurrency(String code) {
        return code.matches("[A-Z]{3}")
                && (code.equals(Currency.NONE.code()) || Currency.of(code).isListed());
    }

    private FieldSource date(YamlValue value) {
        YamlMap map = YamlMap.of(value, "a map such as {column: Date, format: dd/MM/yyyy}");
        TransformYaml transform = new TransformYaml(map, tables);
        if (map.has(TransformYaml.EXPRESSION)) {
            map.requireKnown(List.of(TransformYaml.EXPRESSION));
            return transform.expressed(
                    ResultType.DATE, column -> new FieldSource.Date(column, ISO));
        }
        map.requireKnown(
                List.of("column", TransformYaml.EXTRACT, "format", TransformYaml.EXPRESSION));
        String column = column(map, "column");
        DatePattern pattern =
                map.require("format", "a format, such as format: dd/MM/yyyy")
                        .map(FieldYaml::pattern)
                        .orElse(ISO);
        return transform.stepped(new FieldSource.Date(column, pattern));
    }

    private static DatePattern pattern(YamlValue value) {
        try {
            if (value.isText()) {
                return DatePattern.of(value.raw());
            }
        } catch (IllegalArgumentException _) {
            // The fault below says what a pattern looks like.
        }
        value.fault(
                "a pattern of one yyyy or yy, one MM, M or MMM, and one dd or d, or of one yyyy or"
                        + " yy and W for a week; or epoch-seconds, epoch-millis or"
                        + " spreadsheet-days");
        return ISO;
    }

    /// A text, or with a format a date beside that of the entry.
    private FieldSource text(String name, YamlValue value) {
        YamlMap map = YamlMap.of(value, "a map such as {column: Reference}");
        if (map.has("format")) {
            return date(value);
        }
        TransformYaml transform = new TransformYaml(map, tables);
        NormalForm form = map.find("as").map(at -> at.oneOf(FORMS)).orElse(formOf(name));
        if (map.has(TransformYaml.EXPRESSION)) {
            map.requireKnown(List.of(TransformYaml.EXPRESSION, "as"));
            return transform.expressed(
                    ResultType.TEXT, column -> new FieldSource.Text(column, form));
        }
        map.requireKnown(
                List.of(
                        "column",
                        TransformYaml.CONSTANT,
                        TransformYaml.EXTRACT,
                        TransformYaml.LOOK_UP,
                        TransformYaml.EXPRESSION,
                        "as"));
        if (map.has(TransformYaml.CONSTANT)) {
            transform.requireAlone();
            return transform.constant(new FieldSource.Text("", form));
        }
        return transform.stepped(new FieldSource.Text(column(map, "column"), form));
    }

    static String column(YamlMap map, String key) {
        return map.require(key, COLUMN).map(value -> value.label(COLUMN)).orElse("");
    }
}
