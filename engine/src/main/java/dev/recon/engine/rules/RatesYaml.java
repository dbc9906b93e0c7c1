package dev.recon.engine.rules;

import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads and writes exchange rates.
final class RatesYaml {
    static final String PAIR = "two currencies of ISO 4217 in capitals, such as USD/EUR";
    private static final List<String> KEYS = List.of("into", "age", "rounding", "pairs");
    private static final int AGE_MAX = 3_660;
    private static final Pattern VALUE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,12})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String RATE = "a rate above 0 in quotes, such as \"0.9231\"";
    private static final String PAIRS = "rates by pair, such as USD/EUR: {2026-03-02: \"0.9231\"}";
    private static final SequencedMap<String, Side> SIDES = new LinkedHashMap<>();
    private static final SequencedMap<String, Rounding> ROUNDINGS = new LinkedHashMap<>();

    static {
        for (Side side : Side.values()) {
            SIDES.put(side.word(), side);
        }
        for (Rounding rounding : Rounding.values()) {
            ROUNDINGS.put(rounding.word(), rounding);
        }
    }

    private RatesYaml() {}

    static Rates read(YamlValue value) {
        YamlMap map = YamlMap.of(value, KEYS);
        Side into =
                map.require("into", "the side in whose currency amounts are compared")
                        .map(at -> at.oneOf(SIDES))
                        .orElse(Side.RIGHT);
        int age =
                map.require("age", "for how many days a rate holds, such as age: 4")
                        .map(at -> at.whole(0, AGE_MAX, 0))
                        .orElse(0);
        Rounding rounding =
                map.find("rounding").map(at -> at.oneOf(ROUNDINGS)).orElse(Rounding.HALF_UP);
        List<Rate> list = map.require("pairs", PAIRS).map(RatesYaml::pairs).orElse(List.of());
        return new Rates(into, age, rounding, list);
    }

    private static List<Rate> pairs(YamlValue value) {
        YamlMap map = YamlMap.of(value, PAIRS);
        if (value.isMap() && map.values().isEmpty()) {
            value.fault(PAIRS);
        }
        List<Rate> list = new ArrayList<>();
        map.values()
                .forEach((text, at) -> {
                    Optional<CurrencyPair> pair = CurrencyPair.find(text);
                    if (pair.isEmpty()) {
                        at.fault("the key \"" + text + "\"", PAIR);
                    }
                    days(at, pair, list);
                });
        return list;
    }

    private static void days(YamlValue value, Optional<CurrencyPair> pair, List<Rate> list) {
        YamlMap map = YamlMap.of(value, "rates by date, such as 2026-03-02: \"0.9231\"");
        if (value.isMap() && map.values().isEmpty()) {
            value.fault("at least one date with its rate");
        }
        map.values()
                .forEach((text, at) -> {
                    Optional<LocalDate> date = date(text);
                    if (date.isEmpty()) {
                        at.fault("the key \"" + text + "\"", "a date, such as 2026-03-02");
                    }
                    Optional<BigDecimal> rate = rate(at);
                    if (pair.isPresent() && date.isPresent() && rate.isPresent()) {
                        list.add(new Rate(pair.get(), date.get(), rate.get()));
                    }
                });
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> rate(YamlValue value) {
        boolean number = value.isText() && VALUE.matcher(value.raw()).matches();
        BigDecimal rate = number ? new BigDecimal(value.raw()) : BigDecimal.ZERO;
        if (rate.signum() <= 0) {
            value.fault(RATE + ", with at most 12 decimals");
            return Optional.empty();
        }
        return Optional.of(rate);
    }

    static void write(Rates rates, Consumer<String> line) {
        line.accept("rates:");
        line.accept("  into: " + rates.into().word());
        line.accept("  age: " + rates.age());
        line.accept("  rounding: " + rates.rounding().word());
        line.accept("  pairs:");
        String before = "";
        for (Rate rate : rates.list()) {
            String pair = rate.pair().toString();
            if (!pair.equals(before)) {
                line.accept("    " + pair + ":");
                before = pair;
            }
            line.accept("      " + rate.date() + ": \"" + rate.value().toPlainString() + "\"");
        }
    }
}
