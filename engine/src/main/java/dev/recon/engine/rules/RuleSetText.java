package dev.recon.engine.rules;

import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a rule set: the order of the keys is fixed, each part says what it is for.
final class RuleSetText {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_]([A-Za-z0-9 _./-]*[A-Za-z0-9_])?");
    private static final Set<String> RESERVED =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final Map<Integer, String> ESCAPES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry((int) '"', "\\\""),
                            Map.entry((int) '\\', "\\\\"),
                            Map.entry((int) '\t', "\\t"),
                            Map.entry((int) '\n', "\\n"),
                            Map.entry((int) '\r', "\\r")));

    private final StringBuilder text = new StringBuilder();

    private RuleSetText() {}

    static String of(RuleSet rules) {
        RuleSetText made = new RuleSetText();
        made.line("version: " + RuleSetYaml.VERSION);
        made.line("# Amounts are counted in units of 10^-decimals.");
        made.line("decimals: " + rules.decimals());
        made.line("# How each file is read, and which column is which field.");
        made.layout("left", rules.left());
        made.layout("right", rules.right());
        if (!rules.rates().isEmpty()) {
            made.line("# What one unit of a currency is worth in another, from a day on.");
            RatesYaml.write(rules.rates(), made::line);
        }
        made.line("# Tried in order; each sees what the ones before it left over.");
        made.line("passes:");
        rules.passes().forEach(made::pass);
        if (!rules.compare().isEmpty()) {
            made.line("# What must agree inside every match; a difference is a break.");
            made.line("compare:");
            rules.compare().forEach(made::comparison);
        }
        return made.text.toString();
    }

    private void layout(String side, Layout layout) {
        Dialect dialect = layout.dialect();
        line(side + ":");
        layout.choices()
                .byName()
                .forEach((name, value) -> line("  " + name + ": " + scalar(value)));
        line("  delimiter: " + quoted(String.valueOf(dialect.delimiter())));
        line("  quote: " + quote(dialect.quote()));
        line("  encoding: " + scalar(dialect.encoding().name()));
        line("  header: " + dialect.header());
        line("  skip: " + dialect.skip());
        line("  fields:");
        int width =
                layout.fields().keySet().stream().mapToInt(f -> scalar(f).length()).max().orElse(0);
        layout.fields()
                .forEach((field, source) -> {
                    String name = scalar(field) + ":";
                    String blanks = " ".repeat(width + 2 - name.length());
                    line("    " + name + blanks + flow(source(field, source)));
                });
    }

    private static String quote(char quote) {
        return quote == 0
                ? LayoutYaml.NO_QUOTE
                : quote == '"' ? "'\"'" : quoted(String.valueOf(quote));
    }

    private static Map<String, String> source(String field, FieldSource source) {
        Map<String, String> keys = new LinkedHashMap<>();
        switch (source) {
            case FieldSource.Amount amount -> {
                keys.put("column", scalar(amount.column()));
                amountStyle(keys, amount.decimalMark(), amount.opposite());
            }
            case FieldSource.DebitCredit two -> {
                keys.put("debit", scalar(two.debit()));
                keys.put("credit", scalar(two.credit()));
                amountStyle(keys, two.decimalMark(), two.opposite());
            }
            case FieldSource.CurrencyColumn currency ->
                    keys.put("column", scalar(currency.column()));
            case FieldSource.CurrencyConstant constant ->
                    keys.put("constant", constant.currency().code());
            case FieldSource.Date date -> {
                keys.put("column", scalar(date.column()));
                keys.put("format", scalar(date.pattern().toString()));
            }
            case FieldSource.Text words -> {
                keys.put("column", scalar(words.column()));
                if (words.form() != LayoutYaml.formOf(field)) {
                    keys.put("as", words.form().word());
                }
            }
        }
        return keys;
    }

    private static void amountStyle(Map<String, String> keys, char mark, boolean opposite) {
        keys.put("decimal", quoted(String.valueOf(mark)));
        if (opposite) {
            keys.put("sign", "opposite");
        }
    }

    private void pass(Pass pass) {
        line("  - name: " + scalar(pass.name()));
        switch (pass) {
            case Pass.Exact exact -> {
                line("    kind: exact");
                line("    key: " + list(exact.key()));
                ambiguous(exact);
            }
            case Pass.Reference reference -> {
                line("    kind: reference");
                line("    find: " + scalar(reference.find()));
                line("    in: " + scalar(reference.in()));
                line("    key: " + list(reference.key()));
                line("    length: " + length(reference));
                ambiguous(reference);
            }
            case Pass.Probable probable -> probable(probable);
            case Pass.Close close -> {
                line("    kind: close");
                line("    key: " + list(close.key()));
                line("    amount: " + ToleranceYaml.write(close.amount()));
                window(close.days());
                if (!close.similar().isEmpty()) {
                    line("    similar: " + list(close.similar()));
                }
                ambiguous(close);
            }
            case Pass.Group group -> group(group);
            case Pass.Sum sum -> sum(sum);
            case Pass.Fee fee -> fee(fee);
            case Pass.Contra contra -> contra(contra);
            case Pass.Fx fx -> fx(fx);
        }
    }

    private void window(DayWindow days) {
        if (!days.equals(DayWindow.ANY)) {
            line("    days: " + days(days));
        }
    }

    private void ambiguous(Pass pass) {
        line("    ambiguous: " + pass.ambiguous().word());
    }

    private void probable(Pass.Probable pass) {
        line("    kind: probable");
        if (!pass.key().isEmpty()) {
            line("    key: " + list(pass.key()));
        }
        line("    fields: " + list(pass.fields()));
        if (!pass.blocks().isEmpty()) {
            line(
                    "    blocks: "
                            + pass.blocks().stream()
                                    .map(RuleSetText::list)
                                    .collect(Collectors.joining(", ", "[", "]")));
        }
        line("    precision: " + pass.precision().toPlainString());
        line("    floor: " + pass.floor().toPlainString());
    }

    private void sum(Pass.Sum sum) {
        line("    kind: sum");
        line("    key: " + list(sum.key()));
        window(sum.days());
        if (!sum.evidence().isEmpty()) {
            line("    evidence: " + list(sum.evidence()));
        }
        line("    entries: " + sum.entriesMax());
        if (sum.againstMax() > 1) {
            line("    against: " + sum.againstMax());
        }
        ambiguous(sum);
    }

    private void fee(Pass.Fee fee) {
        line("    kind: fee");
        line("    key: " + list(fee.key()));
        line("    schedule: " + FeeYaml.write(fee.schedules()));
        line("    gross: " + fee.gross().word());
        window(fee.days());
        ambiguous(fee);
    }

    private void fx(Pass.Fx fx) {
        line("    kind: fx");
        line("    key: " + list(fx.key()));
        FxYaml.write(fx, this::line);
        window(fx.days());
        ambiguous(fx);
    }

    private void contra(Pass.Contra contra) {
        line("    kind: contra");
        line("    key: " + list(contra.key()));
        line("    side: " + ContraYaml.write(contra.sides()));
        line("    entries: " + contra.offset().word());
        line("    amount: " + ToleranceYaml.write(contra.amount()));
        window(contra.days());
        if (contra.offset() == Offset.PAIR) {
            if (!contra.similar().isEmpty()) {
                line("    similar: " + list(contra.similar()));
            }
            ambiguous(contra);
        }
    }

    private void group(Pass.Group group) {
        line("    kind: group");
        line("    key: " + list(group.key()));
        line("    amount: " + ToleranceYaml.write(group.amount()));
        window(group.days());
        line("    unequal: " + group.unequal().word());
    }

    private void comparison(Comparison comparison) {
        boolean date = comparison.field().equals(Table.DATE);
        String inside = date ? "{days: " + days(comparison.days()) + "}" : "{}";
        line("  " + scalar(comparison.field()) + ": " + inside);
    }

    private static String length(Pass.Reference reference) {
        return "{min: " + reference.lengthMin() + ", max: " + reference.lengthMax() + "}";
    }

    private static String days(DayWindow days) {
        String ends = "{before: " + count(days.before()) + ", after: " + count(days.after());
        if (days.isInBusinessDays()) {
            return ends + ", calendar: " + scalar(days.calendar()) + "}";
        }
        return days.before() == days.after() ? count(days.before()) : ends + "}";
    }

    private static String count(int days) {
        return days == DayWindow.UNBOUNDED ? NearYaml.ANY : String.valueOf(days);
    }

    private static String list(List<String> names) {
        return names.stream().map(RuleSetText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String flow(Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(pair -> pair.getKey() + ": " + pair.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// A text as it may stand in YAML: bare where that is safe, else in double quotes.
    private static String scalar(String value) {
        boolean plain =
                PLAIN.matcher(value).matches()
                        && !RESERVED.contains(value.toLowerCase(java.util.Locale.ROOT));
        return plain ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    private static String escaped(int point) {
        String escape = ESCAPES.get(point);
        if (escape != null) {
            return escape;
        }
        boolean shown = (point >= ' ' && point < 0x7F) || Character.isLetterOrDigit(point);
        return shown ? Character.toString(point) : "\\U%08X".formatted(point);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
