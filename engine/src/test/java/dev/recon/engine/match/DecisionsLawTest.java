package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.rules.Unequal;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Decisions bind every kind of pass, in this run and in the next ones.
class DecisionsLawTest {
    private static final int SEEDS = Seeds.share(1_000);
    private static final int ROUNDS = 3;

    /// What was found to belong together is forbidden, again and again: no pass of any kind brings
    /// two such entries into one match, be it a suggestion or a group of many.
    @Test
    void noPassMatchesOrSuggestsWhatWasForbidden() {
        Map<String, Integer> forbidden = new HashMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = withAllPasses(seed);
            for (int round = 0; round < ROUNDS; round++) {
                Matching matching = scene.run(1);
                requireBound(scene, matching, seed);
                scene = forbidden(scene, matching, forbidden);
            }
        }
        assertThat(forbidden)
                .containsOnlyKeys(
                        "Exact", "Reference", "Close", "Fee", "Group", "Batch", "Sum", "Contra")
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(50));
    }

    @Test
    void noLikelyMatchIsForbidden() {
        Map<String, Integer> forbidden = new HashMap<>();
        for (long seed = 0; seed < 3; seed++) {
            Scene payments = LikelyScenes.payments(400, seed);
            List<Decisions.Pin> pins =
                    List.of(
                            new Decisions.Pin(List.of(0), List.of(1)),
                            new Decisions.Pin(List.of(3, 5), List.of(2)),
                            new Decisions.Pin(List.of(), List.of(7, 9)));
            Scene scene =
                    new Scene(
                            payments.left(),
                            payments.right(),
                            List.of(LikelyScenes.PASS, near(), groups()),
                            new Decisions(pins, List.of()));
            for (int round = 0; round < ROUNDS; round++) {
                Matching matching = scene.run(2);
                requireBound(scene, matching, seed);
                scene = forbidden(scene, matching, forbidden);
            }
        }
        assertThat(forbidden).containsKeys("Probable", "Close").containsKey("Group");
        assertThat(forbidden.get("Probable")).isGreaterThan(1_000);
    }

    /// The next run has more entries on both sides, and other passes: what was decided stays.
    @Test
    void decisionsOutliveNewEntriesAndOtherPasses() {
        int kept = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = withAllPasses(seed);
            Scene decided = forbidden(scene, scene.run(1), new HashMap<>());
            Scene more = withAllPasses(seed + 2);
            Scene next =
                    new Scene(
                            joined(decided.left(), more.left()),
                            joined(decided.right(), more.right()),
                            more.passes(),
                            decided.decisions());
            requireBound(next, next.run(1), seed);
            kept += decided.decisions().vetoes().size() + decided.decisions().pins().size();
        }
        assertThat(kept).isGreaterThan(2 * SEEDS);
    }

    private static Pass near() {
        return new Pass.Close(
                "near",
                List.of("party"),
                new Tolerance.Percent(BigDecimal.TEN),
                DayWindow.ANY,
                List.of(),
                Ambiguity.SUGGEST);
    }

    private static Pass groups() {
        return new Pass.Group(
                "groups",
                List.of("party"),
                Tolerance.Absolute.EQUAL,
                DayWindow.ANY,
                Unequal.SUGGEST);
    }

    /// Entries and passes of every kind, in an order that the seed decides.
    private static Scene withAllPasses(long seed) {
        Scene one = seed % 2 == 0 ? Scene.of(seed) : GroupScenes.small(seed);
        Scene other = seed % 2 == 0 ? GroupScenes.small(seed + 1) : Scene.of(seed + 1);
        List<Pass> passes = new ArrayList<>(seed % 4 < 2 ? one.passes() : other.passes());
        passes.addAll(seed % 4 < 2 ? other.passes() : one.passes());
        return new Scene(one.left(), one.right(), passes, one.decisions());
    }

    private static List<TestEntry> joined(List<TestEntry> first, List<TestEntry> second) {
        List<TestEntry> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void requireBound(Scene scene, Matching matching, long seed) {
        Set<Integer> byHand = new HashSet<>();
        for (Decisions.Pin pin : scene.decisions().pins()) {
            Side side = pin.left().isEmpty() ? Side.RIGHT : Side.LEFT;
            List<Integer> rows = side == Side.LEFT ? pin.left() : pin.right();
            int match = matching.matchOf(side, rows.getFirst());
            byHand.add(match);
            assertThat(matching.pass(match)).as("seed %d", seed).isEqualTo(-1);
            assertThat(matching.status(match)).isEqualTo(Status.MATCHED);
            assertThat(matching.rows(Side.LEFT, match)).containsExactly(array(pin.left()));
            assertThat(matching.rows(Side.RIGHT, match)).containsExactly(array(pin.right()));
            for (int row : rows) {
                long units = scene.entries(side).get(row).units();
                assertThat(matching.allocated(side, row, units)).isEqualTo(units);
            }
        }
        for (Decisions.Veto veto : scene.decisions().vetoes()) {
            int match = matching.matchOf(Side.LEFT, veto.left());
            if (match > 0 && !byHand.contains(match)) {
                assertThat(matching.matchOf(Side.RIGHT, veto.right()))
                        .as("seed %d, %s", seed, veto)
                        .isNotEqualTo(match);
            }
        }
        for (Decisions.OwnVeto veto : scene.decisions().ownVetoes()) {
            int match = matching.matchOf(veto.side(), veto.one());
            boolean alone = match > 0 && matching.size(veto.side().other(), match) == 0;
            if (alone && !byHand.contains(match)) {
                assertThat(matching.matchOf(veto.side(), veto.other()))
                        .as("seed %d, %s", seed, veto)
                        .isNotEqualTo(match);
            }
        }
        for (int match = 1; match <= matching.count(); match++) {
            assertThat(matching.pass(match) < 0).isEqualTo(byHand.contains(match));
        }
    }

    /// The scene with every match of a pass forbidden: a group by one of its pairs.
    private static Scene forbidden(Scene scene, Matching matching, Map<String, Integer> counts) {
        List<Decisions.Veto> vetoes = new ArrayList<>(scene.decisions().vetoes());
        List<Decisions.OwnVeto> own = new ArrayList<>(scene.decisions().ownVetoes());
        for (int match = 1; match <= matching.count(); match++) {
            int[] lefts = matching.rows(Side.LEFT, match);
            int[] rights = matching.rows(Side.RIGHT, match);
            if (matching.pass(match) >= 0) {
                if (lefts.length == 0) {
                    own.add(new Decisions.OwnVeto(Side.RIGHT, rights[0], rights[1]));
                } else if (rights.length == 0) {
                    own.add(new Decisions.OwnVeto(Side.LEFT, lefts[0], lefts[1]));
                } else {
                    vetoes.add(
                            new Decisions.Veto(lefts[lefts.length - 1], rights[rights.length / 2]));
                }
                String kind = scene.passes().get(matching.pass(match)).getClass().getSimpleName();
                counts.merge(kind, 1, Integer::sum);
            }
        }
        return new Scene(
                scene.left(),
                scene.right(),
                scene.passes(),
                new Decisions(scene.decisions().pins(), vetoes, own));
    }

    private static int[] array(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
