package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.rules.Unequal;
import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Two deliveries, one after the other, with what the first run left unsettled, are one delivery:
/// as long as settled entries and others do not touch.
class CarryLawTest {
    private static final int SEEDS = Seeds.share(600);
    private static final int CLUSTERS = 6;

    /// An entry, the cluster that it touches nothing outside of, and its delivery.
    private record Delivered(TestEntry entry, Side side, int cluster, boolean first) {}

    @Test
    void twoRunsFindWhatOneRunOverEverythingFinds() {
        int settled = 0;
        int carried = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Pass> passes = passes(seed);
            List<Delivered> all = touchingNothing(deliveries(seed), passes);
            List<Delivered> first = all.stream().filter(Delivered::first).toList();
            List<Delivered> left = unsettled(first, passes);
            List<Delivered> next = new ArrayList<>(left);
            all.stream().filter(entry -> !entry.first()).forEach(next::add);
            List<String> found = new ArrayList<>(outcome(first, passes, true));
            settled += found.size();
            carried += left.size();
            found.addAll(outcome(next, passes, false));
            assertThat(found)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(outcome(all, passes, false));
        }
        assertThat(settled).isGreaterThan(SEEDS / 2);
        assertThat(carried).isGreaterThan(SEEDS);
    }

    /// Where a later delivery has a nearer partner, what was matched stays matched.
    @Test
    void aPartnerIsNotTakenAwayByALaterDelivery() {
        Pass close =
                new Pass.Close(
                        "close",
                        List.of("account"),
                        Tolerance.Absolute.EQUAL,
                        new DayWindow(0, 3),
                        List.of(),
                        Ambiguity.BEST);
        Delivered left = new Delivered(entry(1), Side.LEFT, 0, true);
        Delivered late = new Delivered(entry(3), Side.RIGHT, 0, true);
        Delivered near = new Delivered(entry(1), Side.RIGHT, 0, false);

        assertThat(unsettled(List.of(left, late), List.of(close))).isEmpty();
        assertThat(outcome(List.of(left, late, near), List.of(close), false))
                .anyMatch(line -> line.startsWith("open RIGHT") && line.contains("|3|"));
    }

    /// A suggestion is not settled, and a rest takes all entries of its match along.
    @Test
    void suggestionsAndWhatIsUsedInPartAreCarried() {
        Tolerance none = Tolerance.Absolute.EQUAL;
        List<String> key = List.of("account");
        Pass close =
                new Pass.Close("close", key, none, DayWindow.ANY, List.of(), Ambiguity.SUGGEST);
        Pass group = new Pass.Group("group", key, none, DayWindow.ANY, Unequal.ALLOCATE);
        Delivered one = new Delivered(entry(1), Side.LEFT, 0, true);
        Delivered two = new Delivered(entry(2), Side.LEFT, 0, true);
        Delivered paid = new Delivered(entry(1), Side.RIGHT, 0, true);
        TestEntry more = new TestEntry("E", 1_500, "EUR", 1, Map.of("account", "C"));

        assertThat(unsettled(List.of(one, two, paid), List.of(close))).hasSize(3);
        assertThat(unsettled(List.of(one, paid), List.of(close))).isEmpty();
        assertThat(unsettled(List.of(one, paid), List.of(group))).isEmpty();
        assertThat(
                        unsettled(
                                List.of(one, new Delivered(more, Side.RIGHT, 0, true)),
                                List.of(group)))
                .hasSize(2);
    }

    private static TestEntry entry(int day) {
        return new TestEntry("E", 1_000, "EUR", day, Map.of("account", "C"));
    }

    /// Passes that decide by their candidates alone, each within one cluster.
    private static List<Pass> passes(long seed) {
        List<Pass> passes = new ArrayList<>();
        for (Pass pass : Scene.of(seed).passes()) {
            passes.add(within(pass));
        }
        for (Pass pass : GroupScenes.small(seed).passes()) {
            if (pass instanceof Pass.Group || pass instanceof Pass.Contra) {
                passes.add(within(pass));
            }
        }
        return passes;
    }

    private static Pass within(Pass pass) {
        List<String> key = new ArrayList<>(pass.key());
        key.remove("account");
        key.add("account");
        return switch (pass) {
            case Pass.Exact exact -> new Pass.Exact(exact.name(), key, exact.ambiguous());
            case Pass.Reference of ->
                    new Pass.Reference(
                            of.name(),
                            of.find(),
                            of.in(),
                            key,
                            of.lengthMin(),
                            of.lengthMax(),
                            of.ambiguous());
            case Pass.Close of ->
                    new Pass.Close(
                            of.name(), key, of.amount(), of.days(), of.similar(), of.ambiguous());
            case Pass.Fee of ->
                    new Pass.Fee(
                            of.name(), key, of.schedules(), of.gross(), of.days(), of.ambiguous());
            case Pass.Group of ->
                    new Pass.Group(
                            of.name(), key, of.search(), of.amount(), of.days(), of.unequal());
            case Pass.Contra of ->
                    new Pass.Contra(
                            of.name(),
                            key,
                            of.sides(),
                            of.offset(),
                            of.amount(),
                            of.days(),
                            of.similar(),
                            of.ambiguous());
            case Pass.Batch batch -> batch;
            case Pass.Sum sum -> sum;
            case Pass.Fx fx -> fx;
            case Pass.Probable probable -> probable;
        };
    }

    /// Small worlds of their own, delivered at once, later, or in two parts.
    private static List<Delivered> deliveries(long seed) {
        Random random = new Random(seed);
        List<Delivered> all = new ArrayList<>();
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
            long world = seed * CLUSTERS + cluster;
            Scene scene = random.nextBoolean() ? Scene.of(world) : GroupScenes.small(world);
            if (random.nextBoolean()) {
                scene = twins(scene.left().getFirst());
            }
            int way = random.nextInt(4);
            for (Side side : Side.values()) {
                for (TestEntry entry : scene.entries(side)) {
                    Map<String, String> texts = new HashMap<>(entry.texts());
                    texts.put("account", "C" + cluster);
                    TestEntry own =
                            new TestEntry(
                                    entry.name(),
                                    entry.units(),
                                    entry.currency(),
                                    entry.day(),
                                    texts);
                    boolean first =
                            switch (way) {
                                case 0 -> random.nextBoolean();
                                case 1 -> side == Side.LEFT;
                                case 2 -> false;
                                default -> true;
                            };
                    all.add(new Delivered(own, side, cluster, first));
                }
            }
        }
        return all;
    }

    /// Two that nearly every pass brings together.
    private static Scene twins(TestEntry entry) {
        return new Scene(List.of(entry), List.of(entry), List.of(), Decisions.NONE);
    }

    /// Without the clusters in which the first run settles some entries and others are left or come
    /// later.
    private static List<Delivered> touchingNothing(List<Delivered> all, List<Pass> passes) {
        List<Delivered> first = all.stream().filter(Delivered::first).toList();
        List<Delivered> left = unsettled(first, passes);
        return all.stream()
                .filter(entry -> {
                    long entries = count(all, entry.cluster());
                    long settled = count(first, entry.cluster()) - count(left, entry.cluster());
                    return settled == 0 || settled == entries;
                })
                .toList();
    }

    private static long count(List<Delivered> entries, int cluster) {
        return entries.stream().filter(entry -> entry.cluster() == cluster).count();
    }

    private static List<Delivered> of(List<Delivered> entries, Side side) {
        return entries.stream().filter(entry -> entry.side() == side).toList();
    }

    private static Matching run(List<Delivered> entries, List<Pass> passes) {
        return new Scene(
                        of(entries, Side.LEFT).stream().map(Delivered::entry).toList(),
                        of(entries, Side.RIGHT).stream().map(Delivered::entry).toList(),
                        passes,
                        Decisions.NONE)
                .run(1);
    }

    private static List<Delivered> unsettled(List<Delivered> entries, List<Pass> passes) {
        Matching matching = run(entries, passes);
        List<Delivered> left = new ArrayList<>();
        for (Side side : Side.values()) {
            Bitmap rows = Unsettled.rows(matching, side);
            List<Delivered> ours = of(entries, side);
            for (int row = 0; row < ours.size(); row++) {
                assertThat(rows.get(row)).isEqualTo(isLeft(matching, side, row, entries));
                if (rows.get(row)) {
                    left.add(ours.get(row));
                }
            }
        }
        return left;
    }

    /// What is left, said slowly: open, only suggested, or in a match that does not use all of each
    /// of its entries.
    private static boolean isLeft(Matching matching, Side side, int row, List<Delivered> entries) {
        if (matching.isOpen(side, row)) {
            return true;
        }
        int match = matching.matchOf(side, row);
        boolean left = matching.status(match) == Status.SUGGESTED;
        for (Side of : Side.values()) {
            for (int member : matching.rows(of, match)) {
                long units = of(entries, of).get(member).entry().units();
                left |= matching.allocated(of, member, units) != units;
            }
        }
        return left;
    }

    /// Every match and every open entry by what its lines say.
    private static List<String> outcome(
            List<Delivered> entries, List<Pass> passes, boolean settled) {
        Matching matching = run(entries, passes);
        List<String> outcome = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            Side side = match <= matching.withLeft() ? Side.LEFT : Side.RIGHT;
            boolean left = Unsettled.rows(matching, side).get(matching.firstRow(side, match));
            if (!settled || !left) {
                outcome.add(
                        passes.get(matching.pass(match)).name()
                                + matching.status(match)
                                + lines(entries, matching, Side.LEFT, match)
                                + lines(entries, matching, Side.RIGHT, match));
            }
        }
        for (Side side : settled ? new Side[0] : Side.values()) {
            List<Delivered> ours = of(entries, side);
            for (int row = 0; row < ours.size(); row++) {
                if (matching.isOpen(side, row)) {
                    outcome.add(
                            "open "
                                    + side
                                    + (matching.isSurplus(side, row) ? " surplus " : " ")
                                    + ours.get(row).entry().line());
                }
            }
        }
        return outcome;
    }

    private static List<String> lines(
            List<Delivered> entries, Matching matching, Side side, int match) {
        List<String> lines = new ArrayList<>();
        for (int row : matching.rows(side, match)) {
            TestEntry entry = of(entries, side).get(row).entry();
            lines.add(entry.line() + " uses " + matching.allocated(side, row, entry.units()));
        }
        return lines.stream().sorted().toList();
    }
}
