package dev.recon.engine.rules;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.AmountPart;
import dev.recon.engine.read.FieldSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads and writes the columns of an amount that stands in one of several.
///
/// @param map what the rule set says of the amount
record SplitYaml(YamlMap map) {
    static final String DEBIT = "debit";
    static final String CREDIT = "credit";
    static final String CURRENCIES = "currencies";
    static final String DEBITS = "debits";
    static final int CURRENCIES_MIN = 2;
    static final int CURRENCIES_MAX = 20;

    private static final String NEGATIVE = "negative";
    private static final Map<String, Boolean> SIGNS = signs();

    private static final String CURRENCY = "a currency of ISO 4217 in capitals, such as EUR";
    private static final String BY_CURRENCY =
            "a column for each currency, such as {EUR: Amount EUR, USD: Amount USD}";

    /// Does the rule set name several columns?
    boolean isSplit() {
        return map.has(DEBIT) || map.has(CREDIT) || map.has(CURRENCIES);
    }

    List<String> keys() {
        return map.has(CURRENCIES)
                ? List.of(CURRENCIES, DEBITS, "decimal", "sign")
                : List.of(DEBIT, CREDIT, DEBITS, "decimal", "sign");
    }

    private static Map<String, Boolean> signs() {
        Map<String, Boolean> signs = new LinkedHashMap<>();
        signs.put("positive", false);
        signs.put(NEGATIVE, true);
        return signs;
    }

    FieldSource read(char mark, boolean opposite) {
        List<AmountPart> parts =
                map.find(CURRENCIES)
                        .map(SplitYaml::byCurrency)
                        .orElseGet(() -> two(map, Optional.empty()));
        boolean negative = map.find(DEBITS).map(debits -> debits.oneOf(SIGNS)).orElse(false);
        return parts.size() < 2
                ? new FieldSource.Amount("", mark, opposite) // a fault was said
                : new FieldSource.SplitAmount(parts, mark, opposite, negative);
    }

    private static List<AmountPart> byCurrency(YamlValue value) {
        YamlMap currencies = YamlMap.of(value, BY_CURRENCY);
        int count = currencies.values().size();
        if (value.isMap() && (count < CURRENCIES_MIN || count > CURRENCIES_MAX)) {
            value.fault(
                    count + (count == 1 ? " currency" : " currencies"),
                    CURRENCIES_MIN + " to " + CURRENCIES_MAX);
        }
        List<AmountPart> parts = new ArrayList<>();
        currencies
                .values()
                .forEach((code, columns) -> {
                    if (FieldYaml.isCurrency(code)) {
                        parts.addAll(columns(columns, Currency.of(code)));
                    } else {
                        columns.fault("the currency \"" + code + "\"", CURRENCY);
                    }
                });
        return parts;
    }

    private static List<AmountPart> columns(YamlValue value, Currency currency) {
        Optional<Currency> of = Optional.of(currency);
        if (!value.isMap()) {
            String column = value.label("the name of a column, or {debit: Paid, credit: Received}");
            return List.of(new AmountPart(column, false, of));
        }
        return two(YamlMap.of(value, List.of(DEBIT, CREDIT)), of);
    }

    private static List<AmountPart> two(YamlMap map, Optional<Currency> currency) {
        return List.of(
                new AmountPart(FieldYaml.column(map, DEBIT), true, currency),
                new AmountPart(FieldYaml.column(map, CREDIT), false, currency));
    }

    /// Writes the columns.
    static void write(FieldSource.SplitAmount split, Map<String, String> keys) {
        if (split.saysCurrency()) {
            keys.put(CURRENCIES, YamlText.flow(written(split.parts())));
        } else {
            keys.putAll(names(split.parts()));
        }
        if (split.negativeDebits()) {
            keys.put(DEBITS, NEGATIVE);
        }
    }

    private static Map<String, String> written(List<AmountPart> parts) {
        Map<String, List<AmountPart>> byCode = new LinkedHashMap<>();
        for (AmountPart part : parts) {
            String code = part.currency().orElseThrow().code();
            byCode.computeIfAbsent(code, _ -> new ArrayList<>()).add(part);
        }
        Map<String, String> written = new LinkedHashMap<>();
        byCode.forEach((code, of) ->
                written.put(
                        code,
                        of.size() == 1
                                ? YamlText.scalar(of.getFirst().column())
                                : YamlText.flow(names(of))));
        return written;
    }

    private static Map<String, String> names(List<AmountPart> parts) {
        Map<String, String> names = new LinkedHashMap<>();
        for (AmountPart part : parts) {
            names.put(part.isDebit() ? DEBIT : CREDIT, YamlText.scalar(part.column()));
        }
        return names;
    }
}
