package dev.recon.engine.match;

import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;

/// A small reconciliation with its outcome, as written in `scenarios/*.txt`:
///
/// ```
/// # A cent too little is the same money, but somebody must explain the cent.
/// passes exact; close amount=0.05 days=2
/// left   L1 inv-1 2026-01-31 EUR 10.00
/// right  R1 inv-1 2026-01-31 EUR  9.99
/// match  close L1 R1
/// break  amount-differs L1 R1 EUR 0.01
/// ```
///
/// An entry is name, reference, date, currency, amount (`-` for none), then fields such as
/// `party=ACME` or `text="Thanks, inv-1"`. `pin L1 L2 R1`, `veto L1 R1` and `veto L1 L2` are
/// decisions, `compare date=3 party` what must agree, `rates right age=4 USD/EUR@2026-03-02=0.92`
/// what currencies are worth. `match` (or `suggest`) names its pass, `hand` for a pin. `break`
/// gives kind, entries, currency and difference; `because "..."` a part of its reason. What is not
/// written must not happen. `L2:25.00` in a match is an entry of which it uses a part.
final class Scenario {
    final String title;
    final List<Pass> passes = new ArrayList<>();
    Rates rates = Rates.NONE;
    final List<Comparison> compare = new ArrayList<>();
    final List<TestEntry> left = new ArrayList<>();
    final List<TestEntry> right = new ArrayList<>();
    final List<Decisions.Pin> pins = new ArrayList<>();
    final List<Decisions.Veto> vetoes = new ArrayList<>();
    final List<Decisions.OwnVeto> ownVetoes = new ArrayList<>();

    /// The expected matches and breaks, in words and sorted.
    final List<String> outcome = new ArrayList<>();

    /// Parts of reasons: the break in words, then the part.
    final List<List<String>> reasons = new ArrayList<>();

    private Scenario(String title) {
        this.title = title;
    }

    static List<Scenario> parse(List<String> lines) {
        List<Scenario> scenarios = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("# ")) {
                scenarios.add(new Scenario(line.substring(2)));
            } else if (!line.isBlank()) {
                scenarios.getLast().add(ScenarioWords.split(line));
            }
        }
        return scenarios;
    }

    private void add(List<String> words) {
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "passes" -> passes.addAll(ScenarioWords.passes(rest));
            case "compare" -> rest.forEach(word -> compare.add(ScenarioWords.comparison(word)));
            case "left" -> left.add(ScenarioWords.entry(rest));
            case "right" -> right.add(ScenarioWords.entry(rest));
            case "rates" -> rates = ScenarioRates.of(rest);
            case "pin" -> pins.add(new Decisions.Pin(rows(left, rest), rows(right, rest)));
            case "veto" -> addVeto(rows(left, rest), rows(right, rest));
            case "match", "suggest" -> outcome.add(String.join(" ", words));
            case "break" -> addBreak(words);
            default -> throw new IllegalArgumentException("no such line: " + words);
        }
    }

    private void addVeto(List<Integer> lefts, List<Integer> rights) {
        if (rights.isEmpty()) {
            ownVetoes.add(new Decisions.OwnVeto(Side.LEFT, lefts.getFirst(), lefts.getLast()));
        } else {
            vetoes.add(new Decisions.Veto(lefts.getFirst(), rights.getFirst()));
        }
    }

    private void addBreak(List<String> words) {
        int because = words.indexOf("because");
        String found = String.join(" ", because < 0 ? words : words.subList(0, because));
        outcome.add(found);
        if (because >= 0) {
            reasons.add(List.of(found, words.get(because + 1)));
        }
    }

    private static List<Integer> rows(List<TestEntry> entries, List<String> names) {
        List<String> all = entries.stream().map(TestEntry::name).toList();
        return names.stream().filter(all::contains).map(all::indexOf).toList();
    }

    @Override
    public String toString() {
        return title;
    }
}
