package dev.recon.engine.rules;

import dev.recon.engine.read.AbsentWords;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.Totals;
import dev.recon.engine.transform.LookUpTable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Reads and writes how the file of one side is written.
final class LayoutYaml {
    static final int SKIP_MAX = 1_000_000;
    static final String NO_QUOTE = "none";
    static final Dialect DIALECT = new Dialect(',', '"', StandardCharsets.UTF_8, true, 0);

    private static final String ABSENT = "absent";
    private static final String TOTALS = "totals";

    private static final List<String> KEYS =
            List.of(
                    "delimiter",
                    "quote",
                    "encoding",
                    "header",
                    "skip",
                    ABSENT,
                    TOTALS,
                    "fields",
                    Choices.SHEET,
                    Choices.RECORDS,
                    Choices.MEMBER,
                    Choices.WIDTHS);

    private LayoutYaml() {}

    static Layout read(YamlValue side, Map<String, LookUpTable> tables) {
        YamlMap map = YamlMap.of(side, KEYS);
        Dialect dialect = dialect(map);
        SequencedMap<String, FieldSource> fields = new LinkedHashMap<>();
        map.require("fields", "the fields, such as {amount: {column: Amount}}")
                .ifPresent(value -> new FieldYaml(tables).readAll(value, fields));
        return new Layout(
                dialect,
                fields,
                map.find(ABSENT).map(LayoutYaml::absent).orElse(AbsentWords.NONE),
                map.find(TOTALS).map(TotalsYaml::read).orElse(Totals.NONE),
                choices(map));
    }

    static void write(String side, Layout layout, Consumer<String> line) {
        Dialect dialect = layout.dialect();
        line.accept(side + ":");
        layout.choices()
                .byName()
                .forEach((name, value) -> line.accept("  " + name + ": " + YamlText.scalar(value)));
        line.accept("  delimiter: " + YamlText.quoted(String.valueOf(dialect.delimiter())));
        line.accept("  quote: " + quoted(dialect.quote()));
        line.accept("  encoding: " + YamlText.scalar(dialect.encoding().name()));
        line.accept("  header: " + dialect.header());
        line.accept("  skip: " + dialect.skip());
        if (!layout.absent().words().isEmpty()) {
            line.accept("  absent: " + YamlText.list(layout.absent().words()));
        }
        TotalsYaml.write(layout.totals(), line);
        line.accept("  fields:");
        int width =
                layout.fields().keySet().stream()
                        .mapToInt(f -> YamlText.scalar(f).length())
                        .max()
                        .orElse(0);
        layout.fields()
                .forEach((field, source) -> {
                    String name = YamlText.scalar(field) + ":";
                    String blanks = " ".repeat(width + 2 - name.length());
                    line.accept(
                            "    " + name + blanks + YamlText.flow(FieldText.of(field, source)));
                });
    }

    private static String quoted(char quote) {
        return quote == 0
                ? NO_QUOTE
                : quote == '"' ? "'\"'" : YamlText.quoted(String.valueOf(quote));
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

    private static AbsentWords absent(YamlValue list) {
        List<YamlValue> items = list.items("a list of words, such as [\"NULL\", \"N/A\"]");
        if (items.size() > AbsentWords.MAX) {
            list.fault(items.size() + " words", "at most " + AbsentWords.MAX);
        }
        return new AbsentWords(items.stream().map(LayoutYaml::word).distinct().toList());
    }

    private static String word(YamlValue value) {
        String word = value.text("a word, such as \"NULL\"");
        if (value.isText()
                && (word.isEmpty()
                        || word.length() > AbsentWords.LENGTH_MAX
                        || !word.equals(word.strip()))) {
            value.fault(
                    "a word of 1 to "
                            + AbsentWords.LENGTH_MAX
                            + " characters, without blanks around it");
        }
        return word;
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
}
