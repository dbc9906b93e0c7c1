package dev.recon.engine.match;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.BatchFee;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Offset;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.rules.Unequal;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Makes scenes in which several entries belong together, from seeds.
final class GroupScenes {
    private GroupScenes() {}

    /// A handful of wholes, each with its parts on the other side, and a few lonely entries.
    static Scene small(long seed) {
        Random random = new Random(seed);
        List<TestEntry> left = new ArrayList<>();
        List<TestEntry> right = new ArrayList<>();
        int cents = random.nextBoolean() ? 6 : 5_000;
        for (int whole = 1 + random.nextInt(4); whole > 0; whole--) {
            boolean leftIsWhole = random.nextBoolean();
            addWhole(leftIsWhole ? left : right, leftIsWhole ? right : left, random, cents);
        }
        for (int lonely = random.nextInt(4); lonely > 0; lonely--) {
            (random.nextBoolean() ? left : right).add(entry(random, units(random, cents), 20_000));
        }
        if (left.isEmpty()) {
            left.add(entry(random, units(random, cents), 20_000));
        }
        Collections.shuffle(left, random);
        Collections.shuffle(right, random);
        Random names = new Random(seed);
        left.replaceAll(entry -> named(entry, names));
        right.replaceAll(entry -> named(entry, names));
        List<Pass> passes = new ArrayList<>();
        for (int pass = random.nextInt(2); pass >= 0; pass--) {
            passes.add(pass(random, "pass-" + pass));
        }
        Decisions decisions = decisions(random, left.size(), right.size());
        return new Scene(left, right, passes, decisions).withPinsOfOneCurrency();
    }

    private static void addWhole(
            List<TestEntry> wholes, List<TestEntry> parts, Random random, int cents) {
        long sum = 0;
        long sign = random.nextInt(4) == 0 ? -1 : 1;
        TestEntry model = entry(random, 0, 20_000 + random.nextInt(5));
        for (int part = random.nextInt(4); part >= 0; part--) {
            long units = sign * units(random, cents);
            sum += units;
            parts.add(moved(model, units, random));
        }
        wholes.add(moved(model, random.nextInt(5) == 0 ? sum + 1 : sum, random));
    }

    /// The entry with a reference, and with a text that names two.
    private static TestEntry named(TestEntry entry, Random random) {
        Map<String, String> texts = new HashMap<>(entry.texts());
        texts.put("reference", "R" + random.nextInt(6));
        texts.put("text", "pays R" + random.nextInt(6) + ", R" + random.nextInt(6));
        return new TestEntry(entry.name(), entry.units(), entry.currency(), entry.day(), texts);
    }

    private static TestEntry moved(TestEntry model, long units, Random random) {
        int day = random.nextInt(9) == 0 ? DateColumn.ABSENT : model.day() + random.nextInt(2);
        return new TestEntry("E", units, model.currency(), day, model.texts());
    }

    private static long units(Random random, int cents) {
        return 1L + random.nextInt(cents);
    }

    private static TestEntry entry(Random random, long units, int day) {
        Map<String, String> texts =
                Map.of("account", "A" + random.nextInt(2), "party", "P" + random.nextInt(2));
        return new TestEntry("E", units, random.nextInt(8) == 0 ? "USD" : "EUR", day, texts);
    }

    private static Pass pass(Random random, String name) {
        List<String> key = random.nextBoolean() ? List.of("account") : List.of("account", "party");
        DayWindow days =
                random.nextBoolean()
                        ? DayWindow.ANY
                        : new DayWindow(random.nextInt(3), random.nextInt(3));
        if (random.nextInt(3) == 0) {
            return contra(random, name, key, days);
        }
        if (random.nextInt(5) == 0) {
            return batch(random, name, days);
        }
        if (random.nextBoolean()) {
            boolean searches = random.nextInt(6) == 0;
            return new Pass.Group(
                    name,
                    searches ? List.of() : key,
                    searches
                            ? Optional.of(new TextSearch("reference", "text", 2, 9))
                            : Optional.empty(),
                    new Tolerance.Absolute(BigDecimal.valueOf(random.nextInt(3), 2)),
                    days,
                    List.of(Unequal.values()).get(random.nextInt(3)));
        }
        return new Pass.Sum(
                name,
                key,
                days,
                random.nextBoolean() ? List.of("party") : List.of(),
                2 + random.nextInt(4),
                1 + random.nextInt(3),
                random.nextBoolean() ? Ambiguity.SUGGEST : Ambiguity.LEAVE);
    }

    private static Pass batch(Random random, String name, DayWindow days) {
        return new Pass.Batch(
                name,
                List.of(Side.values()).get(random.nextInt(2)),
                random.nextBoolean() ? List.of("account", "party") : List.of("date"),
                random.nextBoolean() ? List.of() : List.of("account"),
                fee(random),
                new Tolerance.Absolute(BigDecimal.valueOf(random.nextInt(3), 2)),
                days,
                List.of(Ambiguity.values()).get(random.nextInt(3)));
    }

    private static Optional<BatchFee> fee(Random random) {
        if (random.nextInt(3) > 0) {
            return Optional.empty();
        }
        Schedule schedule =
                new Schedule(
                        BigDecimal.valueOf(random.nextInt(4)),
                        BigDecimal.valueOf(random.nextInt(2), 2),
                        Rounding.HALF_UP);
        return Optional.of(
                new BatchFee(schedule, List.of(BatchFee.Per.values()).get(random.nextInt(2))));
    }

    private static Pass contra(Random random, String name, List<String> key, DayWindow days) {
        boolean all = random.nextInt(3) == 0;
        return new Pass.Contra(
                name,
                key,
                List.of(List.of(Side.LEFT), List.of(Side.RIGHT), List.of(Side.values()))
                        .get(random.nextInt(3)),
                all ? Offset.ALL : Offset.PAIR,
                new Tolerance.Absolute(BigDecimal.valueOf(random.nextInt(3), 2)),
                days,
                all || random.nextBoolean() ? List.of() : List.of("party"),
                List.of(Ambiguity.values()).get(random.nextInt(3)));
    }

    private static Decisions decisions(Random random, int lefts, int rights) {
        List<Decisions.Veto> vetoes = new ArrayList<>();
        List<Decisions.Pin> pins = new ArrayList<>();
        if (rights > 0 && random.nextInt(3) == 0) {
            vetoes.add(new Decisions.Veto(random.nextInt(lefts), random.nextInt(rights)));
        }
        if (lefts > 2 && random.nextInt(4) == 0) {
            pins.add(new Decisions.Pin(List.of(0, 2), List.of()));
        }
        if (rights > 2 && random.nextInt(4) == 0) {
            pins.add(new Decisions.Pin(List.of(), List.of(0, 2)));
        }
        List<Decisions.OwnVeto> own = new ArrayList<>();
        if (lefts > 1 && random.nextInt(3) == 0) {
            own.add(new Decisions.OwnVeto(Side.LEFT, 0, 1 + random.nextInt(lefts - 1)));
        }
        return new Decisions(pins, vetoes, own);
    }

    /// Entries of one side that mostly come back with the other sign, and contra passes alone.
    static Scene reversals(long seed) {
        Random random = new Random(seed);
        List<TestEntry> left = new ArrayList<>();
        List<TestEntry> right = new ArrayList<>();
        for (List<TestEntry> entries : List.of(left, right)) {
            for (int row = random.nextInt(6); row >= 0; row--) {
                TestEntry entry = entry(random, units(random, 4) - 1, 20_000 + random.nextInt(4));
                entries.add(moved(entry, entry.units(), random));
                for (int back = random.nextInt(3); back > 0; back--) {
                    entries.add(moved(entry, -entry.units() - random.nextInt(2), random));
                }
            }
            Collections.shuffle(entries, random);
        }
        List<Pass> passes = new ArrayList<>();
        for (int pass = random.nextInt(2); pass >= 0; pass--) {
            List<String> key = List.of("account", "party").subList(0, 1 + random.nextInt(2));
            DayWindow days =
                    random.nextInt(3) == 0
                            ? DayWindow.ANY
                            : new DayWindow(random.nextInt(3), random.nextInt(4));
            passes.add(contra(random, "pass-" + pass, key, days));
        }
        Decisions decisions = decisions(random, left.size(), right.size());
        return new Scene(left, right, passes, decisions).withPinsOfOneCurrency();
    }

    /// Thirty thousand parts in blocks that several threads search.
    static Scene large(long seed) {
        Random random = new Random(seed);
        List<TestEntry> left = new ArrayList<>();
        List<TestEntry> right = new ArrayList<>();
        for (int whole = 0; whole < 8_000; whole++) {
            boolean leftIsWhole = random.nextBoolean();
            long sum = 0;
            Map<String, String> texts =
                    Map.of("account", "A" + random.nextInt(900), "party", "P" + random.nextInt(3));
            int day = 20_000 + random.nextInt(60);
            for (int part = 1 + random.nextInt(4); part >= 0; part--) {
                long units = 1L + random.nextInt(50_000);
                sum += units;
                (leftIsWhole ? right : left).add(new TestEntry("E", units, "EUR", day, texts));
            }
            (leftIsWhole ? left : right).add(new TestEntry("E", sum, "EUR", day, texts));
            (leftIsWhole ? right : left).add(new TestEntry("E", 90_000, "EUR", day, texts));
            (leftIsWhole ? right : left).add(new TestEntry("E", -90_000, "EUR", day + 1, texts));
        }
        Collections.shuffle(right, random);
        return new Scene(left, right, passes(), Decisions.NONE);
    }

    private static List<Pass> passes() {
        return List.of(
                new Pass.Group(
                        "group",
                        List.of("account", "party", "date"),
                        Tolerance.Absolute.EQUAL,
                        DayWindow.ANY,
                        Unequal.LEAVE),
                new Pass.Contra(
                        "contra",
                        List.of("account"),
                        List.of(Side.values()),
                        Offset.PAIR,
                        new Tolerance.Absolute(BigDecimal.ONE),
                        new DayWindow(9, 9),
                        List.of("party"),
                        Ambiguity.SUGGEST),
                new Pass.Sum(
                        "sum",
                        List.of("account"),
                        new DayWindow(1, 1),
                        List.of("party"),
                        4,
                        2,
                        Ambiguity.SUGGEST),
                new Pass.Group(
                        "rest",
                        List.of("account"),
                        Tolerance.Absolute.EQUAL,
                        DayWindow.ANY,
                        Unequal.ALLOCATE));
    }
}
