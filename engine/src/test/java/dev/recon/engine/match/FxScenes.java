package dev.recon.engine.match;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rate;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Small random worlds of three currencies, with rates for some of their days.
final class FxScenes {
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY");
    private static final List<CurrencyPair> PAIRS =
            List.of(pair("USD/EUR"), pair("EUR/USD"), pair("JPY/EUR"), pair("USD/JPY"));
    private static final int FIRST_DAY = 20_000;

    private final Random random;

    private FxScenes(Random random) {
        this.random = random;
    }

    private static CurrencyPair pair(String text) {
        return CurrencyPair.find(text).orElseThrow();
    }

    static Scene small(long seed) {
        return new FxScenes(new Random(seed)).scene(1 + new Random(seed + 1).nextInt(10));
    }

    /// So many entries that several parts are joined.
    static Scene large(long seed) {
        return new FxScenes(new Random(seed)).scene(20_000);
    }

    private Scene scene(int rows) {
        Rates rates = rates();
        List<TestEntry> left = new ArrayList<>();
        List<TestEntry> right = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            left.add(entry("L" + row, rows));
        }
        for (int row = random.nextInt(rows + 2); row > 0; row--) {
            TestEntry model = left.get(random.nextInt(rows));
            right.add(
                    random.nextInt(4) == 0
                            ? entry("R" + row, rows)
                            : partner("R" + row, model, rates));
        }
        List<Pass> passes = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            passes.add(new Pass.Exact("exact", List.of("reference", "amount"), Ambiguity.BEST));
        }
        passes.add(pass("fx"));
        if (random.nextInt(3) == 0) {
            passes.add(pass("again"));
        }
        return new Scene(left, right, passes, decisions(left, right, rates), rates);
    }

    private TestEntry entry(String name, int rows) {
        Map<String, String> texts = new HashMap<>();
        texts.put("reference", "INV" + random.nextInt(1 + rows / 3));
        texts.put("account", "A" + random.nextInt(2));
        int day = random.nextInt(9) == 0 ? DateColumn.ABSENT : FIRST_DAY + random.nextInt(8);
        long units = random.nextInt(900) - 200L;
        return new TestEntry(name, units, CURRENCIES.get(random.nextInt(3)), day, texts);
    }

    /// About what an entry is worth in another currency, a few days later.
    private TestEntry partner(String name, TestEntry model, Rates rates) {
        CurrencyPair pair = pairFrom(model.currency());
        long worth =
                new PlainFx(rates, pair, new HashMap<>()).worth(model).orElse(model.units())
                        + random.nextInt(4)
                        - 1;
        int day = model.day() == DateColumn.ABSENT ? FIRST_DAY : model.day() + random.nextInt(3);
        return new TestEntry(name, worth, pair.to().code(), day, model.texts());
    }

    private CurrencyPair pairFrom(String code) {
        List<CurrencyPair> pairs =
                PAIRS.stream()
                        .flatMap(pair -> Stream.of(pair, pair.turned()))
                        .filter(pair -> pair.from().code().equals(code))
                        .distinct()
                        .toList();
        return pairs.get(random.nextInt(pairs.size()));
    }

    private Rates rates() {
        List<Rate> list = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int rate = 4 + random.nextInt(14); rate > 0; rate--) {
            CurrencyPair pair = PAIRS.get(random.nextInt(PAIRS.size()));
            LocalDate date = LocalDate.ofEpochDay(FIRST_DAY - 3L + random.nextInt(9));
            if (seen.add(pair + "" + date)) {
                list.add(new Rate(pair, date, BigDecimal.valueOf(1 + random.nextInt(3_000), 3)));
            }
        }
        return new Rates(
                List.of(Side.values()).get(random.nextInt(2)),
                random.nextInt(9),
                List.of(Rounding.values()).get(random.nextInt(Rounding.values().length)),
                list);
    }

    private Pass.Fx pass(String name) {
        Tolerance amount =
                switch (random.nextInt(4)) {
                    case 0 -> new Tolerance.Any();
                    case 1 -> new Tolerance.Percent(new BigDecimal(random.nextInt(20)));
                    case 2 ->
                            new Tolerance.Range(
                                    new Tolerance.Absolute(
                                            BigDecimal.valueOf(random.nextInt(9), 2)),
                                    Tolerance.Absolute.EQUAL);
                    default -> new Tolerance.Absolute(BigDecimal.valueOf(random.nextInt(50), 2));
                };
        return new Pass.Fx(
                name,
                random.nextInt(3) == 0 ? List.of() : List.of("reference"),
                random.nextBoolean() ? List.of() : List.of(PAIRS.get(0), PAIRS.get(2)),
                amount,
                random.nextBoolean()
                        ? DayWindow.ANY
                        : new DayWindow(
                                random.nextInt(3),
                                random.nextInt(4),
                                random.nextBoolean() ? "" : "DE"),
                List.of(Ambiguity.values()).get(random.nextInt(3)));
    }

    /// Now and then a match by hand that can be counted, and vetoes.
    private Decisions decisions(List<TestEntry> left, List<TestEntry> right, Rates rates) {
        List<Decisions.Pin> pins = new ArrayList<>();
        List<Decisions.Veto> vetoes = new ArrayList<>();
        if (!right.isEmpty() && random.nextInt(3) == 0) {
            vetoes.add(
                    new Decisions.Veto(random.nextInt(left.size()), random.nextInt(right.size())));
        }
        if (right.size() > 1 && random.nextInt(2) == 0) {
            Decisions.Pin pin =
                    new Decisions.Pin(List.of(left.size() - 1), List.of(0, right.size() - 1));
            if (pin.isCountable(
                    dev.recon.engine.rate.Counting.of(
                            rates,
                            TestEntry.table(left, Scene.FIELDS),
                            TestEntry.table(right, Scene.FIELDS)))) {
                pins.add(pin);
            }
        }
        return new Decisions(pins, vetoes);
    }
}
