package dev.recon.engine.match;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// A small random world: entries of both sides, passes and decisions, all from one seed.
///
/// Few different values, so that twins, ties and dense clusters are the rule.
record Scene(List<TestEntry> left, List<TestEntry> right, List<Pass> passes, Decisions decisions) {
    static final List<String> FIELDS = List.of("reference", "account", "party");
    private static final List<String> REFERENCES =
            List.of("INV1001", "INV1002", "INV1010", "INV2001", "PAY77", "INV10011");
    private static final List<String> WORDS = List.of("rent", "INV1001", "inv1002", "thanks");

    static Scene of(long seed) {
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
        List<Pass> passes = new ArrayList<>();
        for (int pass = random.nextInt(3); pass >= 0; pass--) {
            passes.add(pass(random, "pass-" + pass));
        }
        return new Scene(left, right, passes, decisions(random, left.size(), right.size()));
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
        return switch (random.nextInt(3)) {
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
            default ->
                    new Pass.Close(
                            name,
                            pick(random, List.of("reference", "account")),
                            tolerance(random),
                            window(random),
                            random.nextInt(3) == 0 ? List.of("reference") : List.of(),
                            ambiguity);
        };
    }

    private static List<String> pick(Random random, List<String> fields) {
        return fields.stream().filter(_ -> random.nextBoolean()).toList();
    }

    private static Tolerance tolerance(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Tolerance.Any();
            case 1 -> new Tolerance.Percent(new BigDecimal(random.nextInt(101)));
            default -> new Tolerance.Absolute(BigDecimal.valueOf(random.nextInt(4), 2));
        };
    }

    private static DayWindow window(Random random) {
        return random.nextInt(3) == 0
                ? DayWindow.ANY
                : new DayWindow(random.nextInt(4), random.nextInt(4));
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

    /// Equal lines that a person treats differently are told apart by nothing but their place.
    Scene withoutVetoesOnTwins() {
        List<Decisions.Veto> kept =
                decisions.vetoes().stream()
                        .filter(v -> !hasTwin(left, v.left()) && !hasTwin(right, v.right()))
                        .toList();
        List<Decisions.Pin> pins =
                decisions.pins().stream()
                        .filter(p -> p.left().stream().noneMatch(row -> hasTwin(left, row)))
                        .filter(p -> p.right().stream().noneMatch(row -> hasTwin(right, row)))
                        .toList();
        return new Scene(left, right, passes, new Decisions(pins, kept));
    }

    private static boolean hasTwin(List<TestEntry> entries, int row) {
        return entries.stream().filter(e -> e.line().equals(entries.get(row).line())).count() > 1;
    }

    Matching run(int threads) {
        Cascade.Inputs inputs =
                new Cascade.Inputs(
                        TestEntry.table(left, FIELDS),
                        TestEntry.table(right, FIELDS),
                        passes,
                        decisions,
                        TestEntry.content(left),
                        TestEntry.content(right));
        return Cascade.run(inputs, Progress.NONE, threads);
    }

    PlainMatcher runPlainly() {
        PlainMatcher plain = new PlainMatcher(left, right, decisions, FIELDS);
        plain.run(passes);
        return plain;
    }

    List<TestEntry> entries(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// The same world with the rows of both sides in another order.
    Scene shuffled(long seed) {
        Random random = new Random(seed);
        List<Integer> lefts = places(left.size(), random);
        List<Integer> rights = places(right.size(), random);
        Decisions moved =
                new Decisions(
                        decisions.pins().stream()
                                .map(p ->
                                        new Decisions.Pin(
                                                map(p.left(), lefts), map(p.right(), rights)))
                                .toList(),
                        decisions.vetoes().stream()
                                .map(v ->
                                        new Decisions.Veto(
                                                lefts.get(v.left()), rights.get(v.right())))
                                .toList());
        return new Scene(move(left, lefts), move(right, rights), passes, moved);
    }

    /// For each row the place where it goes.
    private static List<Integer> places(int count, Random random) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(places, random);
        return places;
    }

    private static List<Integer> map(List<Integer> rows, List<Integer> places) {
        return rows.stream().map(places::get).toList();
    }

    private static List<TestEntry> move(List<TestEntry> entries, List<Integer> places) {
        List<TestEntry> moved = new ArrayList<>(entries);
        for (int row = 0; row < entries.size(); row++) {
            moved.set(places.get(row), entries.get(row));
        }
        return moved;
    }

    /// The same world seen from the other side.
    Scene mirrored() {
        Decisions turned =
                new Decisions(
                        decisions.pins().stream()
                                .map(p ->
                                        new Decisions.Pin(
                                                /* left= */ p.right(), /* right= */ p.left()))
                                .toList(),
                        decisions.vetoes().stream()
                                .map(v ->
                                        new Decisions.Veto(
                                                /* left= */ v.right(), /* right= */ v.left()))
                                .toList());
        List<Pass> turnedPasses = passes.stream().map(Scene::mirrored).toList();
        return new Scene(/* left= */ right, /* right= */ left, turnedPasses, turned);
    }

    private static Pass mirrored(Pass pass) {
        return switch (pass) {
            case Pass.Close close ->
                    new Pass.Close(
                            close.name(),
                            close.key(),
                            close.amount(),
                            new DayWindow(
                                    /* before= */ close.days().after(),
                                    /* after= */ close.days().before()),
                            close.similar(),
                            close.ambiguous());
            case Pass.Exact exact -> exact;
            case Pass.Reference reference -> reference;
        };
    }
}
