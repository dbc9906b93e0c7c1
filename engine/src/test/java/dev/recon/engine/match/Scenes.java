package dev.recon.engine.match;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Makes scenes from seeds.
final class Scenes {
    private static final List<String> REFERENCES =
            List.of("INV1001", "INV1002", "INV1010", "INV2001", "PAY77", "INV10011");
    private static final List<String> TIMES =
            List.of("00:00:05", "11:59:30", "12:00:00", "12:00:01", "12:00:03", "23:59:58");
    private static final List<String> WORDS = List.of("rent", "INV1001", "inv1002", "thanks");

    private Scenes() {}

    /// A dozen entries a side, up to three passes, and now and then a decision.
    static Scene small(long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(12);
        int amounts = 1 + random.nextInt(6);
        int days = 1 + random.nextInt(8);
        List<TestEntry> left = new ArrayList<>();
        List<TestEntry> right = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            left.add(entry("L" + row, random, amounts, days));
        }
        for (int row = random.nextInt(rows + 2); row > 0; row--) {
            boolean copy = random.nextInt(3) > 0;
            TestEntry model = left.get(random.nextInt(rows));
            right.add(copy ? renamed(model, "R" + row) : entry("R" + row, random, amounts, days));
        }
        if (random.nextInt(6) == 0) {
            left.replaceAll(Scenes::enormous);
            right.replaceAll(Scenes::enormous);
        }
        List<Pass> passes = new ArrayList<>();
        for (int pass = random.nextInt(3); pass >= 0; pass--) {
            passes.add(pass(random, "pass-" + pass));
        }
        Decisions decisions = decisions(random, left.size(), right.size());
        return new Scene(left, right, passes, decisions).withPinsOfOneCurrency();
    }

    /// Amounts that fill a long, so that they fit no key together with a date.
    private static TestEntry enormous(TestEntry entry) {
        return new TestEntry(
                entry.name(),
                entry.units() * 3_000_000_000_000_000L,
                entry.currency(),
                entry.day(),
                entry.texts());
    }

    private static TestEntry renamed(TestEntry model, String name) {
        return new TestEntry(name, model.units(), model.currency(), model.day(), model.texts());
    }

    private static TestEntry entry(String name, Random random, int amounts, int days) {
        Map<String, String> texts = new HashMap<>();
        if (random.nextInt(5) > 0) {
            texts.put("reference", REFERENCES.get(random.nextInt(REFERENCES.size())));
        }
        if (random.nextInt(6) > 0) {
            texts.put("account", "A" + random.nextInt(2));
        }
        if (random.nextInt(3) > 0) {
            texts.put("party", "P" + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            texts.put("text", words(random));
        }
        if (random.nextInt(4) > 0) {
            texts.put("time", TIMES.get(random.nextInt(TIMES.size())));
        }
        long units = (random.nextInt(amounts) - 1) * (random.nextInt(4) == 0 ? -100L : 1L);
        int day = random.nextInt(8) == 0 ? DateColumn.ABSENT : 20_000 + random.nextInt(days);
        return new TestEntry(name, units, random.nextInt(9) == 0 ? "USD" : "EUR", day, texts);
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int word = random.nextInt(3); word >= 0; word--) {
            words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return words.toString().trim();
    }

    private static Pass pass(Random random, String name) {
        Ambiguity ambiguity = List.of(Ambiguity.values()).get(random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 ->
                    new Pass.Exact(
                            name,
                            pick(random, List.of("reference", "amount", "account", "date")),
                            ambiguity);
            case 1 ->
                    new Pass.Reference(
                            name,
                            "reference",
                            "text",
                            pick(random, List.of("amount", "account")),
                            3,
                            7,
                            ambiguity);
            case 2 ->
                    new Pass.Fee(
                            name,
                            pick(random, List.of("reference", "account")),
                            List.of(schedule(random), schedule(random)),
                            random.nextBoolean() ? Side.LEFT : Side.RIGHT,
                            window(random),
                            ambiguity);
            default -> close(random, name, ambiguity);
        };
    }

    private static Pass close(Random random, String name, Ambiguity ambiguity) {
        boolean timed = random.nextInt(3) == 0;
        return new Pass.Close(
                name,
                pick(random, List.of("reference", "account")),
                tolerance(random),
                timed ? DayWindow.ANY : window(random),
                timed ? Optional.of(seconds(random)) : Optional.empty(),
                random.nextInt(3) == 0 ? List.of("reference") : List.of(),
                ambiguity,
                BigDecimal.ZERO); // the obvious matcher counts no coincidences
    }

    private static TimeWindow seconds(Random random) {
        return random.nextInt(4) == 0
                ? new TimeWindow(TimeWindow.SECONDS_MAX, 90_000)
                : new TimeWindow(random.nextInt(4), random.nextInt(40));
    }

    private static List<String> pick(Random random, List<String> fields) {
        return fields.stream().filter(_ -> random.nextBoolean()).toList();
    }

    private static Schedule schedule(Random random) {
        return new Schedule(
                new BigDecimal(random.nextInt(3) * 20),
                BigDecimal.valueOf(random.nextInt(3), 2),
                Rounding.HALF_UP);
    }

    private static Tolerance tolerance(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Tolerance.Range(bound(random), bound(random));
            case 1 ->
                    new Tolerance.PerCurrency(
                            new LinkedHashMap<>(Map.of(Currency.of("USD"), bound(random))),
                            new Tolerance.Range(bound(random), bound(random)));
            default -> bound(random);
        };
    }

    private static Tolerance.Bound bound(Random random) {
        BigDecimal cents = BigDecimal.valueOf(random.nextInt(4), 2);
        BigDecimal percent = new BigDecimal(random.nextInt(101));
        return switch (random.nextInt(5)) {
            case 0 -> new Tolerance.Any();
            case 1 -> new Tolerance.Percent(percent);
            case 2 -> new Tolerance.Capped(percent, cents);
            default -> new Tolerance.Absolute(cents);
        };
    }

    private static DayWindow window(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> DayWindow.ANY;
            case 1 ->
                    random.nextBoolean()
                            ? new DayWindow(DayWindow.UNBOUNDED, random.nextInt(4))
                            : new DayWindow(random.nextInt(4), DayWindow.UNBOUNDED);
            case 2 -> new DayWindow(random.nextInt(3), random.nextInt(3), "DE+SA");
            default -> new DayWindow(random.nextInt(4), random.nextInt(4));
        };
    }

    private static Decisions decisions(Random random, int leftRows, int rightRows) {
        List<Decisions.Veto> vetoes = new ArrayList<>();
        if (rightRows > 0 && random.nextInt(3) == 0) {
            for (int veto = random.nextInt(4); veto >= 0; veto--) {
                vetoes.add(new Decisions.Veto(random.nextInt(leftRows), random.nextInt(rightRows)));
            }
        }
        List<Decisions.Pin> pins = new ArrayList<>();
        if (leftRows > 2 && rightRows > 1 && random.nextInt(4) == 0) {
            pins.add(new Decisions.Pin(List.of(2, 0), List.of(rightRows - 1)));
        }
        return new Decisions(pins, vetoes);
    }

    /// Forty thousand entries, so that several parts are joined.
    static Scene large(long seed) {
        Random random = new Random(seed);
        List<TestEntry> left = new ArrayList<>();
        List<TestEntry> right = new ArrayList<>();
        for (int row = 0; row < 40_000; row++) {
            TestEntry entry = entry("L" + row, random, 400, 30);
            Map<String, String> texts = new HashMap<>(entry.texts());
            texts.put("account", "A" + random.nextInt(3_000));
            left.add(new TestEntry("L", entry.units(), entry.currency(), entry.day(), texts));
            if (random.nextInt(4) > 0) {
                long units = entry.units() + random.nextInt(3) / 2;
                int day = entry.day() == DateColumn.ABSENT ? 20_003 : entry.day() + 1;
                right.add(new TestEntry("R", units, entry.currency(), day, texts));
            }
        }
        Collections.shuffle(right, random);
        List<Pass> passes = new ArrayList<>();
        passes.add(
                new Pass.Exact("exact", List.of("account", "amount", "date"), Ambiguity.SUGGEST));
        passes.add(
                new Pass.Close(
                        "close",
                        List.of("account"),
                        new Tolerance.Absolute(new BigDecimal("0.02")),
                        new DayWindow(1, 2),
                        List.of("reference"),
                        Ambiguity.SUGGEST));
        passes.add(
                new Pass.Reference(
                        "text", "reference", "text", List.of("account"), 3, 9, Ambiguity.BEST));
        return new Scene(left, right, passes, Decisions.NONE);
    }
}
