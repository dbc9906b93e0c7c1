package dev.recon.engine.match;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A small random world: entries of both sides, passes and decisions, all from one seed.
///
/// Few different values, so that twins, ties and dense clusters are the rule.
record Scene(
        List<TestEntry> left,
        List<TestEntry> right,
        List<Pass> passes,
        Decisions decisions,
        Rates rates) {
    static final List<String> FIELDS = List.of("reference", "account", "party", "time");

    /// A world without rates.
    Scene(List<TestEntry> left, List<TestEntry> right, List<Pass> passes, Decisions decisions) {
        this(left, right, passes, decisions, Rates.NONE);
    }

    static Scene of(long seed) {
        return Scenes.small(seed);
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
        List<Decisions.OwnVeto> own =
                decisions.ownVetoes().stream()
                        .filter(v -> !hasTwin(entries(v.side()), v.one()))
                        .filter(v -> !hasTwin(entries(v.side()), v.other()))
                        .toList();
        return new Scene(left, right, passes, new Decisions(pins, kept, own), rates);
    }

    private static boolean hasTwin(List<TestEntry> entries, int row) {
        return entries.stream().filter(e -> e.line().equals(entries.get(row).line())).count() > 1;
    }

    /// A match by hand is of one currency.
    Scene withPinsOfOneCurrency() {
        List<Decisions.Pin> kept =
                decisions.pins().stream()
                        .filter(pin ->
                                Stream.concat(
                                                        pin.left().stream().map(left::get),
                                                        pin.right().stream().map(right::get))
                                                .map(TestEntry::currency)
                                                .distinct()
                                                .count()
                                        == 1)
                        .toList();
        return new Scene(
                left,
                right,
                passes,
                new Decisions(kept, decisions.vetoes(), decisions.ownVetoes()),
                rates);
    }

    Matching run(int threads) {
        return Cascade.run(inputs(), Progress.NONE, threads);
    }

    Cascade.Inputs inputs() {
        return new Cascade.Inputs(
                TestEntry.table(left, FIELDS),
                TestEntry.table(right, FIELDS),
                rates,
                passes,
                decisions,
                TestEntry.content(left),
                TestEntry.content(right));
    }

    PlainMatcher runPlainly() {
        PlainMatcher plain = new PlainMatcher(left, right, decisions, FIELDS);
        plain.rates = rates;
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
                                .toList(),
                        decisions.ownVetoes().stream()
                                .map(v -> moved(v, v.side() == Side.LEFT ? lefts : rights))
                                .toList());
        return new Scene(move(left, lefts), move(right, rights), passes, moved, rates);
    }

    private static Decisions.OwnVeto moved(Decisions.OwnVeto veto, List<Integer> places) {
        return new Decisions.OwnVeto(veto.side(), places.get(veto.one()), places.get(veto.other()));
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
                                .toList(),
                        decisions.ownVetoes().stream()
                                .map(v ->
                                        new Decisions.OwnVeto(v.side().other(), v.one(), v.other()))
                                .toList());
        List<Pass> turnedPasses = passes.stream().map(Scene::mirrored).toList();
        Rates turnedRates =
                new Rates(rates.into().other(), rates.age(), rates.rounding(), rates.list());
        return new Scene(/* left= */ right, /* right= */ left, turnedPasses, turned, turnedRates);
    }

    private static DayWindow mirrored(DayWindow days) {
        return new DayWindow(
                /* before= */ days.after(), /* after= */ days.before(), days.calendar());
    }

    private static Pass mirrored(Pass pass) {
        return switch (pass) {
            case Pass.Close close -> mirrored(close);
            case Pass.Fee fee -> mirrored(fee);
            case Pass.Group group ->
                    new Pass.Group(
                            group.name(),
                            group.key(),
                            group.search(),
                            mirrored(group.amount()),
                            mirrored(group.days()),
                            group.unequal());
            case Pass.Sum sum ->
                    new Pass.Sum(
                            sum.name(),
                            sum.key(),
                            mirrored(sum.days()),
                            sum.evidence(),
                            sum.entriesMax(),
                            sum.againstMax(),
                            sum.ambiguous());
            case Pass.Batch batch -> mirrored(batch);
            case Pass.Contra contra -> mirrored(contra);
            case Pass.Fx fx -> mirrored(fx);
            case Pass.Exact exact -> exact;
            case Pass.Probable probable -> probable;
            case Pass.Reference reference -> reference;
        };
    }

    private static Pass mirrored(Pass.Close close) {
        return new Pass.Close(
                close.name(),
                close.key(),
                mirrored(close.amount()),
                mirrored(close.days()),
                close.seconds().map(Scene::mirrored),
                close.similar(),
                close.ambiguous(),
                close.precision());
    }

    private static TimeWindow mirrored(TimeWindow seconds) {
        return new TimeWindow(/* before= */ seconds.after(), /* after= */ seconds.before());
    }

    private static Pass mirrored(Pass.Fee fee) {
        return new Pass.Fee(
                fee.name(),
                fee.key(),
                fee.schedules(),
                fee.gross().other(),
                mirrored(fee.days()),
                fee.ambiguous());
    }

    private static Pass mirrored(Pass.Batch batch) {
        return new Pass.Batch(
                batch.name(),
                batch.of().other(),
                batch.by(),
                batch.key(),
                batch.fee(),
                mirrored(batch.amount()),
                mirrored(batch.days()),
                batch.ambiguous());
    }

    private static Pass mirrored(Pass.Fx fx) {
        return new Pass.Fx(
                fx.name(),
                fx.key(),
                fx.pairs(),
                mirrored(fx.amount()),
                mirrored(fx.days()),
                fx.ambiguous());
    }

    /// What is above and below zero does not depend on the side.
    private static Pass mirrored(Pass.Contra contra) {
        return new Pass.Contra(
                contra.name(),
                contra.key(),
                contra.sides().stream().map(Side::other).toList(),
                contra.offset(),
                contra.amount(),
                contra.days(),
                contra.similar(),
                contra.ambiguous());
    }

    private static Tolerance mirrored(Tolerance tolerance) {
        return switch (tolerance) {
            case Tolerance.Bound bound -> bound;
            case Tolerance.Range(Tolerance.Bound below, Tolerance.Bound above) ->
                    new Tolerance.Range(/* below= */ above, /* above= */ below);
            case Tolerance.PerCurrency(var byCurrency, Tolerance other) -> {
                SequencedMap<Currency, Tolerance> turned = new LinkedHashMap<>(byCurrency);
                turned.replaceAll((_, of) -> mirrored(of));
                yield new Tolerance.PerCurrency(turned, mirrored(other));
            }
        };
    }
}
