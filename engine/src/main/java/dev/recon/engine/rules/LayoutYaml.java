package dev.recon.engine.rules;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Table;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads how the file of one side is written.
final class LayoutYaml {
    static final int SKIP_MAX = 1_000_000;
    static final int FIELDS_MAX = 100;
    static final int NAME_LENGTH_MAX = 60;
    static final String NO_QUOTE = "none";
    static final Dialect DIALECT = new Dialect(',', '"', StandardCharsets.UTF_8, true, 0);

    private static final List<String> KEYS =
            List.of(
                    "delimiter",
                    "quote",
                    "encoding",
                    "header",
                    "skip",
                    "fields",
                    Choices.SHEET,
                    Choices.RECORDS,
                    Choices.MEMBER,
                    Choices.WIDTHS);
    private static final String COLUMN = "the name of a column, such as {column: Amount}";
    private static final SequencedMap<String, Boolean> SIGNS = new LinkedHashMap<>();
    private static final SequencedMap<String, Character> MARKS = new LinkedHashMap<>();
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

    private LayoutYaml() {}

    static Layout read(YamlValue side) {
        YamlMap map = YamlMap.of(side, KEYS);
        Dialect dialect = dialect(map);
        SequencedMap<String, FieldSource> fields = new LinkedHashMap<>();
        map.require("fields", "the fields, such as {amount: {column: Amount}}")
                .ifPresent(value -> readFields(value, fields));
        return new Layout(dialect, fields, choices(map));
    }

    private static Choices choices(YamlMap map) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name :
                List.of(Choices.SHEET, Choices.RECORDS, Choices.MEMBER, Choices.WIDTHS)) {
            map.find(name)
                    .ifPresent(value -> names.put(name, value.text("a text, such as \"Sheet 1\"")));
        }
        return Choices.of(names);
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

    private static Dialect dialect(YamlMap map) {
        char delimiter =
                map.find("delimiter").map(LayoutYaml::delimiter).orElse(DIALECT.delimiter());
        char quote = map.find("quote").map(LayoutYaml::quote).orElse(DIALECT.quote());
        if (delimiter == quote) {
            map.find("quote")
                    .or(() -> map.find("delimiter"))
                    .orElseThrow()
                    .fault("a quote that is not the delimiter");
            quote = delimiter == '"' ? '\'' : '"';
        }
        Charset encoding =
                map.find("encoding").map(LayoutYaml::encoding).orElse(StandardCharsets.UTF_8);
        boolean header = map.find("header").map(YamlValue::flag).orElse(true);
        int skip = map.find("skip").map(value -> value.whole(0, SKIP_MAX, 0)).orElse(0);
        return new Dialect(delimiter, quote, encoding, header, skip);
    }

    private static char delimiter(YamlValue value) {
        return character(value, "one ASCII character in quotes, such as \",\" or \"\\t\"");
    }

    private static char quote(YamlValue value) {
        boolean none = value.isText() && value.raw().equals(NO_QUOTE);
        return none ? 0 : character(value, "one ASCII character in quotes, or none");
    }

    private static char character(YamlValue value, String expected) {
        String raw = value.raw();
        boolean one = value.isText() && raw.length() == 1 && raw.charAt(0) != 0;
        if (!one || raw.charAt(0) >= 0x80 || raw.charAt(0) == '\n' || raw.charAt(0) == '\r') {
            value.fault(expected);
            return '|';
        }
        return raw.charAt(0);
    }

    private static Charset encoding(YamlValue value) {
        String name = value.text("an encoding, such as UTF-8");
        try {
            return value.isText() && !name.isBlank()
                    ? Charset.forName(name)
                    : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            value.fault("a known encoding, such as UTF-8, UTF-16LE, ISO-8859-1 or windows-1252");
            return StandardCharsets.UTF_8;
        }
    }

    private static void readFields(YamlValue value, Map<String, FieldSource> fields) {
        YamlMap map = YamlMap.of(value, "a map of fields, such as amount: {column: Amount}");
        if (value.isMap() && (map.values().isEmpty() || map.values().size() > FIELDS_MAX)) {
            value.fault("1 to " + FIELDS_MAX + " fields");
        }
        map.values()
                .forEach((name, source) -> {
                    if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
                        source.fault("a field name of that length", "1 to 60 characters");
                    }
                    fields.put(name, field(name, source));
                });
    }

    private static FieldSource field(String name, YamlValue value) {
        return switch (name) {
            case Table.AMOUNT -> amount(value);
            case Table.CURRENCY -> currency(value);
            case Table.DATE -> date(value);
            default -> text(name, value);
        };
    }

    private static FieldSource amount(YamlValue value) {
        YamlMap map = YamlMap.of(value, "a map such as {column: Amount}");
        boolean two = map.has("debit") || map.has("credit");
        map.requireKnown(
                two
                        ? List.of("debit", "credit", "decimal", "sign")
                        : List.of("column", "decimal", "sign"));
        char mark = map.find("decimal").map(at -> at.oneOf(MARKS)).orElse('.');
        boolean opposite = map.find("sign").map(at -> at.oneOf(SIGNS)).orElse(false);
        return two
                ? new FieldSource.DebitCredit(
                        column(map, "debit"), column(map, "credit"), mark, opposite)
                : new FieldSource.Amount(column(map, "column"), mark, opposite);
    }

    private static FieldSource currency(YamlValue value) {
        YamlMap map = YamlMap.of(value, List.of("column", "constant"));
        Optional<YamlValue> constant = map.find("constant");
        if (constant.isEmpty()) {
            return new FieldSource.CurrencyColumn(column(map, "column"));
        }
        map.find("column").ifPresent(both -> both.fault("a column or a constant, not both"));
        return new FieldSource.CurrencyConstant(currencyCode(constant.get()));
    }

    private static Currency currencyCode(YamlValue value) {
        String code = value.raw();
        boolean known = value.isText() && code.matches("[A-Z]{3}") && isListed(code);
        if (!known) {
            value.fault("a currency of ISO 4217 in capitals, such as EUR");
        }
        return known ? Currency.of(code) : Currency.NONE;
    }

    private static boolean isListed(String code) {
        Currency currency = Currency.of(code);
        return currency.equals(Currency.NONE) || currency.isListed();
    }

    private static FieldSource date(YamlValue value) {
        YamlMap map = YamlMap.of(value, List.of("column", "format"));
        String column = column(map, "column");
        DatePattern pattern =
                map.require("format", "a format, such as format: dd/MM/yyyy")
                        .map(LayoutYaml::pattern)
                        .orElseGet(() -> DatePattern.of("yyyy-MM-dd"));
        return new FieldSource.Date(column, pattern);
    }

    private static DatePattern pattern(YamlValue value) {
        try {
            if (value.isText()) {
                return DatePattern.of(value.raw());
            }
        } catch (IllegalArgumentException _) {
            // The fault below says what a pattern looks like.
        }
        value.fault("a pattern of one yyyy or yy, one MM, M or MMM, and one dd or d");
        return DatePattern.of("yyyy-MM-dd");
    }

    private static FieldSource text(String name, YamlValue value) {
        YamlMap map = YamlMap.of(value, List.of("column", "as"));
        NormalForm form = map.find("as").map(at -> at.oneOf(FORMS)).orElse(formOf(name));
        return new FieldSource.Text(column(map, "column"), form);
    }

    private static String column(YamlMap map, String key) {
        return map.require(key, COLUMN).map(value -> value.label(COLUMN)).orElse("");
    }
}
