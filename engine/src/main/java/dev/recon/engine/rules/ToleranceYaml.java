package dev.recon.engine.rules;

import dev.recon.engine.money.Currency;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Reads and writes how far amounts may be apart.
final class ToleranceYaml {
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");
    private static final Pattern SHARE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final String OTHER = "other";
    private static final String BOUND =
            "any, an amount such as 0.05, a share such as 1.5% or {percent: 1.5, cap: 5.00}";
    private static final String FORMS =
            "percent and cap, below and above, or currencies such as {EUR: 0.05, other: 0}";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final int decimals;

    ToleranceYaml(int decimals) {
        this.decimals = decimals;
    }

    /// The amount of a pass; equal where it says nothing.
    Tolerance amount(YamlMap map) {
        return map.find("amount").map(this::read).orElse(Tolerance.Absolute.EQUAL);
    }

    Tolerance read(YamlValue value) {
        if (!value.isMap()) {
            return bound(value);
        }
        YamlMap map = YamlMap.of(value, FORMS);
        boolean currencies =
                map.has(OTHER) || map.values().keySet().stream().anyMatch(this::isCode);
        return currencies ? perCurrency(map) : plain(value, map);
    }

    private boolean isCode(String key) {
        return CODE.matcher(key).matches();
    }

    private Tolerance perCurrency(YamlMap map) {
        SequencedMap<Currency, Tolerance> byCurrency = new LinkedHashMap<>();
        Tolerance other = Tolerance.Absolute.EQUAL;
        for (var entry : map.values().entrySet()) {
            YamlValue at = entry.getValue();
            Tolerance found = at.isMap() ? plain(at, YamlMap.of(at, FORMS)) : bound(at);
            if (entry.getKey().equals(OTHER)) {
                other = found;
            } else if (isCode(entry.getKey()) && Currency.of(entry.getKey()).isListed()) {
                byCurrency.put(Currency.of(entry.getKey()), found);
            } else {
                String key = "the key \"" + entry.getKey() + "\"";
                at.fault(key, "a currency of ISO 4217 in capitals, such as EUR, or other");
            }
        }
        return new Tolerance.PerCurrency(byCurrency, other);
    }

    private Tolerance plain(YamlValue value, YamlMap map) {
        if (map.has("percent") || map.has("cap")) {
            return capped(map);
        }
        map.requireKnown(List.of("percent", "cap", "below", "above"));
        if (!map.has("below") && !map.has("above")) {
            value.fault(FORMS);
        }
        Tolerance.Bound below = map.find("below").map(this::bound).orElse(Tolerance.Absolute.EQUAL);
        Tolerance.Bound above = map.find("above").map(this::bound).orElse(Tolerance.Absolute.EQUAL);
        return new Tolerance.Range(below, above);
    }

    private Tolerance.Bound bound(YamlValue value) {
        String raw = value.raw();
        if (value.isMap()) {
            return capped(YamlMap.of(value, BOUND));
        }
        if (value.isText() && raw.equals(NearYaml.ANY)) {
            return new Tolerance.Any();
        }
        if (value.isText() && raw.endsWith("%")) {
            return new Tolerance.Percent(percent(value, raw.substring(0, raw.length() - 1)));
        }
        return amount(value, BOUND)
                .<Tolerance.Bound>map(Tolerance.Absolute::new)
                .orElse(new Tolerance.Any());
    }

    private Tolerance.Bound capped(YamlMap map) {
        map.requireKnown(List.of("percent", "cap"));
        BigDecimal percent =
                map.require("percent", "a number of percent, such as percent: 1.5")
                        .map(at -> percent(at, at.isNumber() ? at.raw() : ""))
                        .orElse(WHOLE);
        BigDecimal cap =
                map.require("cap", "the most that amounts may be apart, such as cap: 5.00")
                        .flatMap(at -> amount(at, "an amount, such as 5.00"))
                        .orElse(WHOLE);
        return new Tolerance.Capped(percent, cap);
    }

    private java.util.Optional<BigDecimal> amount(YamlValue value, String expected) {
        String raw = value.raw();
        if (!value.isNumber() || !PLAIN.matcher(raw).matches()) {
            value.fault(raw.startsWith("-") ? "0 or more: " + expected : expected);
            return java.util.Optional.empty();
        }
        BigDecimal amount = new BigDecimal(raw);
        if (amount.stripTrailingZeros().scale() > decimals) {
            value.fault("at most " + decimals + " decimals, as the rule set counts amounts");
        }
        return java.util.Optional.of(amount);
    }

    private static BigDecimal percent(YamlValue value, String digits) {
        if (!SHARE.matcher(digits).matches()) {
            value.fault("0 to 100 percent with at most 4 decimals");
            return WHOLE;
        }
        BigDecimal percent = new BigDecimal(digits);
        if (percent.compareTo(WHOLE) > 0) {
            value.fault("at most 100%");
            return WHOLE;
        }
        return percent;
    }

    static String write(Tolerance tolerance) {
        return switch (tolerance) {
            case Tolerance.Any() -> NearYaml.ANY;
            case Tolerance.Absolute(var amount) -> amount.toPlainString();
            case Tolerance.Percent(var percent) -> percent.toPlainString() + "%";
            case Tolerance.Capped(var percent, var cap) ->
                    "{percent: " + percent.toPlainString() + ", cap: " + cap.toPlainString() + "}";
            case Tolerance.Range(var below, var above) ->
                    "{below: " + write(below) + ", above: " + write(above) + "}";
            case Tolerance.PerCurrency(var byCurrency, var other) -> {
                StringBuilder text = new StringBuilder("{");
                byCurrency.forEach((currency, bound) ->
                        text.append(currency.code() + ": " + write(bound) + ", "));
                yield text.append(OTHER + ": " + write(other) + "}").toString();
            }
        };
    }
}
