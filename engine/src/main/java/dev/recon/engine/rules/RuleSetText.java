package dev.recon.engine.rules;

import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Table;
import java.util.stream.Collectors;

/// Writes a rule set: the order of the keys is fixed, each part says what it is for.
final class RuleSetText {
    private final StringBuilder text = new StringBuilder();

    private RuleSetText() {}

    static String of(RuleSet rules) {
        RuleSetText made = new RuleSetText();
        made.line("version: " + RuleSetYaml.VERSION);
        made.line("# Amounts are counted in units of 10^-decimals.");
        made.line("decimals: " + rules.decimals());
        LookUpsYaml.write(rules.lookUps(), made::line);
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
                .forEach((name, value) -> line("  " + name + ": " + YamlText.scalar(value)));
        line("  delimiter: " + YamlText.quoted(String.valueOf(dialect.delimiter())));
        line("  quote: " + quote(dialect.quote()));
        line("  encoding: " + YamlText.scalar(dialect.encoding().name()));
        line("  header: " + dialect.header());
        line("  skip: " + dialect.skip());
        line("  fields:");
        int width =
                layout.fields().keySet().stream()
                        .mapToInt(f -> YamlText.scalar(f).length())
                        .max()
                        .orElse(0);
        layout.fields()
                .forEach((field, source) -> {
                    String name = YamlText.scalar(field) + ":";
                    String blanks = " ".repeat(width + 2 - name.length());
                    line("    " + name + blanks + YamlText.flow(FieldText.of(field, source)));
                });
    }

    private static String quote(char quote) {
        return quote == 0
                ? LayoutYaml.NO_QUOTE
                : quote == '"' ? "'\"'" : YamlText.quoted(String.valueOf(quote));
    }

    private void pass(Pass pass) {
        line("  - name: " + YamlText.scalar(pass.name()));
        switch (pass) {
            case Pass.Exact exact -> {
                line("    kind: exact");
                line("    key: " + YamlText.list(exact.key()));
                ambiguous(exact);
            }
            case Pass.Reference reference -> {
                line("    kind: reference");
                search(reference.search());
                line("    key: " + YamlText.list(reference.key()));
                length(reference.search());
                ambiguous(reference);
            }
            case Pass.Probable probable -> probable(probable);
            case Pass.Close close -> {
                line("    kind: close");
                line("    key: " + YamlText.list(close.key()));
                line("    amount: " + ToleranceYaml.write(close.amount()));
                window(close.days());
                if (!close.similar().isEmpty()) {
                    line("    similar: " + YamlText.list(close.similar()));
                }
                ambiguous(close);
            }
            case Pass.Group group -> group(group);
            case Pass.Batch batch -> {
                BatchYaml.write(batch, this::line);
                window(batch.days());
                ambiguous(batch);
            }
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
            line("    key: " + YamlText.list(pass.key()));
        }
        line("    fields: " + YamlText.list(pass.fields()));
        if (!pass.blocks().isEmpty()) {
            line(
                    "    blocks: "
                            + pass.blocks().stream()
                                    .map(YamlText::list)
                                    .collect(Collectors.joining(", ", "[", "]")));
        }
        line("    precision: " + pass.precision().toPlainString());
        line("    floor: " + pass.floor().toPlainString());
    }

    private void sum(Pass.Sum sum) {
        line("    kind: sum");
        line("    key: " + YamlText.list(sum.key()));
        window(sum.days());
        if (!sum.evidence().isEmpty()) {
            line("    evidence: " + YamlText.list(sum.evidence()));
        }
        line("    entries: " + sum.entriesMax());
        if (sum.againstMax() > 1) {
            line("    against: " + sum.againstMax());
        }
        ambiguous(sum);
    }

    private void fee(Pass.Fee fee) {
        line("    kind: fee");
        line("    key: " + YamlText.list(fee.key()));
        line("    schedule: " + FeeYaml.write(fee.schedules()));
        line("    gross: " + fee.gross().word());
        window(fee.days());
        ambiguous(fee);
    }

    private void fx(Pass.Fx fx) {
        line("    kind: fx");
        line("    key: " + YamlText.list(fx.key()));
        FxYaml.write(fx, this::line);
        window(fx.days());
        ambiguous(fx);
    }

    private void contra(Pass.Contra contra) {
        line("    kind: contra");
        line("    key: " + YamlText.list(contra.key()));
        line("    side: " + ContraYaml.write(contra.sides()));
        line("    entries: " + contra.offset().word());
        line("    amount: " + ToleranceYaml.write(contra.amount()));
        window(contra.days());
        if (contra.offset() == Offset.PAIR) {
            if (!contra.similar().isEmpty()) {
                line("    similar: " + YamlText.list(contra.similar()));
            }
            ambiguous(contra);
        }
    }

    private void group(Pass.Group group) {
        line("    kind: group");
        group.search().ifPresent(this::search);
        line("    key: " + YamlText.list(group.key()));
        group.search().ifPresent(this::length);
        line("    amount: " + ToleranceYaml.write(group.amount()));
        window(group.days());
        line("    unequal: " + group.unequal().word());
    }

    private void search(TextSearch search) {
        line("    find: " + YamlText.scalar(search.find()));
        line("    in: " + YamlText.scalar(search.in()));
    }

    private void length(TextSearch search) {
        line("    length: {min: " + search.lengthMin() + ", max: " + search.lengthMax() + "}");
    }

    private void comparison(Comparison comparison) {
        boolean date = comparison.field().equals(Table.DATE);
        String inside = date ? "{days: " + days(comparison.days()) + "}" : "{}";
        line("  " + YamlText.scalar(comparison.field()) + ": " + inside);
    }

    private static String days(DayWindow days) {
        String ends = "{before: " + count(days.before()) + ", after: " + count(days.after());
        if (days.isInBusinessDays()) {
            return ends + ", calendar: " + YamlText.scalar(days.calendar()) + "}";
        }
        return days.before() == days.after() ? count(days.before()) : ends + "}";
    }

    private static String count(int days) {
        return days == DayWindow.UNBOUNDED ? NearYaml.ANY : String.valueOf(days);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
