package dev.recon.engine.match;

import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.Rate;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the rates of a scenario: `right age=4 USD/EUR@2026-03-02=0.92`.
final class ScenarioRates {
    private ScenarioRates() {}

    static Rates of(List<String> words) {
        int age = 0;
        Rounding rounding = Rounding.HALF_UP;
        List<Rate> list = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            String[] parts = word.split("[@=]", -1);
            switch (parts[0]) {
                case "age" -> age = Integer.parseInt(parts[1]);
                case "rounding" -> rounding = Rounding.valueOf(parts[1]);
                default ->
                        list.add(
                                new Rate(
                                        CurrencyPair.find(parts[0]).orElseThrow(),
                                        LocalDate.parse(parts[1]),
                                        new BigDecimal(parts[2])));
            }
        }
        Side into = Side.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
        return new Rates(into, age, rounding, list);
    }
}
