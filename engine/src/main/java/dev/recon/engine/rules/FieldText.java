package dev.recon.engine.rules;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.Transform;
import dev.recon.engine.table.Table;
import dev.recon.engine.transform.Constant;
import dev.recon.engine.transform.Expression;
import dev.recon.engine.transform.FieldTransform;
import dev.recon.engine.transform.LookUp;
import dev.recon.engine.transform.SignRule;
import dev.recon.engine.transform.Steps;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes what a rule set says of one field.
final class FieldText {
    private final String field;
    private final Map<String, String> keys = new LinkedHashMap<>();

    private FieldText(String field) {
        this.field = field;
    }

    /// The keys of a field and their values, as they stand in the document.
    static Map<String, String> of(String field, FieldSource source) {
        FieldText text = new FieldText(field);
        if (source instanceof FieldSource.Transformed(FieldSource as, Transform transform)) {
            // A rule set names no others.
            text.transformed(as, (FieldTransform) transform);
        } else {
            text.plain(source);
        }
        return text.keys;
    }

    private void transformed(FieldSource as, FieldTransform transform) {
        switch (transform) {
            case Constant(String text) -> {
                keys.put(TransformYaml.CONSTANT, YamlText.scalar(text));
                form(as);
            }
            case Expression expression -> {
                keys.put(TransformYaml.EXPRESSION, YamlText.raw(expression.text()));
                form(as);
            }
            case Steps steps -> {
                plain(as);
                keys.remove("sign");
                steps.extraction()
                        .ifPresent(found ->
                                keys.put(TransformYaml.EXTRACT, YamlText.raw(found.regex())));
                steps.lookUp().ifPresent(found -> keys.put(TransformYaml.LOOK_UP, lookUp(found)));
                steps.sign()
                        .ifPresentOrElse(rule -> keys.put("sign", sign(rule)), () -> opposite(as));
            }
        }
    }

    private void opposite(FieldSource as) {
        if (as instanceof FieldSource.Amount amount && amount.opposite()) {
            keys.put("sign", "opposite");
        }
    }

    private void form(FieldSource as) {
        if (as instanceof FieldSource.Text text && text.form() != FieldYaml.formOf(field)) {
            keys.put("as", text.form().word());
        }
    }

    private void plain(FieldSource source) {
        switch (source) {
            case FieldSource.Amount amount -> {
                keys.put("column", YamlText.scalar(amount.column()));
                amountStyle(amount.decimalMark(), amount.opposite());
            }
            case FieldSource.SplitAmount split -> {
                SplitYaml.write(split, keys);
                amountStyle(split.decimalMark(), split.opposite());
            }
            case FieldSource.SplitCurrency _ -> keys.put(FieldYaml.FROM, Table.AMOUNT);
            case FieldSource.CurrencyColumn currency ->
                    keys.put("column", YamlText.scalar(currency.column()));
            case FieldSource.CurrencyConstant constant ->
                    keys.put(TransformYaml.CONSTANT, constant.currency().code());
            case FieldSource.Date date -> {
                keys.put("column", YamlText.scalar(date.column()));
                keys.put("format", YamlText.scalar(date.pattern().toString()));
            }
            case FieldSource.Time(String column, int ahead) -> {
                keys.put("column", YamlText.scalar(column));
                if (ahead != 0) {
                    keys.put("ahead", String.valueOf(ahead));
                }
            }
            case FieldSource.Text words -> {
                keys.put("column", YamlText.scalar(words.column()));
                form(words);
            }
            case FieldSource.Transformed _ ->
                    throw new IllegalArgumentException("a transform of a transform: " + source);
        }
    }

    private void amountStyle(char mark, boolean opposite) {
        keys.put("decimal", YamlText.quoted(String.valueOf(mark)));
        if (opposite) {
            keys.put("sign", "opposite");
        }
    }

    private static String lookUp(LookUp lookUp) {
        String table = YamlText.scalar(lookUp.table().name());
        return lookUp.missing() == LookUp.Missing.REJECT
                ? table
                : "{table: " + table + ", missing: " + lookUp.missing().word() + "}";
    }

    private static String sign(SignRule rule) {
        String minus = "{column: " + YamlText.scalar(rule.column()) + ", minus: ";
        String plus = rule.plus().isEmpty() ? "" : ", plus: " + YamlText.list(rule.plus());
        return minus + YamlText.list(rule.minus()) + plus + "}";
    }
}
