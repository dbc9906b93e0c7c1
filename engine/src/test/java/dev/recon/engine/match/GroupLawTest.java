package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Classifier;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Layout;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for every match of several entries, tried on thousands of random scenes.
class GroupLawTest {
    private static final int SEEDS = Seeds.share(3_000);
    private static final Layout LAYOUT =
            new Layout(
                    new Dialect(',', '"', StandardCharsets.UTF_8, true, 0), new LinkedHashMap<>());

    @Test
    void everyEntryIsInOneMatchOrOpenAndMatchesAreNumberedInOrder() {
        int groups = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = GroupScenes.small(seed);
            Matching matching = scene.run(1);
            int[] lefts = new int[scene.left().size()];
            int[] rights = new int[scene.right().size()];
            for (int match = 1; match <= matching.count(); match++) {
                groups += matching.isPair(match) ? 0 : 1;
                for (Side side : Side.values()) {
                    int[] rows = matching.rows(side, match);
                    assertThat(matching.size(side, match)).isEqualTo(rows.length);
                    assertThat(rows).isSorted();
                    for (int row : rows) {
                        (side == Side.LEFT ? lefts : rights)[row]++;
                        assertThat(matching.matchOf(side, row)).isEqualTo(match);
                    }
                    int first = matching.firstRow(side, match);
                    assertThat(first).isEqualTo(rows.length == 0 ? -1 : rows[0]);
                }
            }
            for (int row = 0; row < lefts.length; row++) {
                assertThat(lefts[row]).isEqualTo(matching.isOpen(Side.LEFT, row) ? 0 : 1);
            }
            for (int row = 0; row < rights.length; row++) {
                assertThat(rights[row]).isEqualTo(matching.isOpen(Side.RIGHT, row) ? 0 : 1);
            }
            assertThat(places(matching)).isSorted();
        }
        assertThat(groups).isGreaterThan(SEEDS / 2);
    }

    /// Where the matches stand: by the first left row, then by the first right one.
    private static List<Integer> places(Matching matching) {
        List<Integer> places = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            int left = matching.firstRow(Side.LEFT, match);
            assertThat(left >= 0).isEqualTo(match <= matching.withLeft());
            places.add(left >= 0 ? left : 1_000 + matching.firstRow(Side.RIGHT, match));
        }
        return places;
    }

    @Test
    void moneyIsConservedAlsoInPartlyUsedEntries() {
        int parts = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = GroupScenes.small(seed);
            Matching matching = scene.run(1);
            RuleSet rules = new RuleSet(2, LAYOUT, LAYOUT, scene.passes(), List.of());
            Cascade.Inputs inputs = scene.inputs();
            Breaks breaks = Classifier.classify(inputs.left(), inputs.right(), matching, rules);
            for (String currency : List.of("EUR", "USD")) {
                long left = sum(scene.left(), currency);
                long right = sum(scene.right(), currency);
                long explained = 0;
                for (int number = 1; number <= breaks.count(); number++) {
                    boolean here = breaks.currency(number).code().equals(currency);
                    explained += here ? breaks.differenceUnits(number) : 0;
                }
                assertThat(explained).as("seed %d", seed).isEqualTo(left - right);
            }
            for (Side side : Side.values()) {
                for (int row : matching.partlyOpen(side)) {
                    long units = scene.entries(side).get(row).units();
                    long used = matching.allocated(side, row, units);
                    assertThat(Math.abs(used)).isPositive().isLessThan(Math.abs(units));
                    assertThat(Long.signum(used)).isEqualTo(Long.signum(units));
                    parts++;
                }
            }
        }
        assertThat(parts).isGreaterThan(100);
    }

    private static long sum(List<TestEntry> entries, String currency) {
        return entries.stream()
                .filter(entry -> entry.currency().equals(currency))
                .mapToLong(TestEntry::units)
                .sum();
    }

    @Test
    void noGroupMixesCurrencies() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = GroupScenes.small(seed);
            Matching matching = scene.run(1);
            for (int match = 1; match <= matching.count(); match++) {
                List<String> currencies = new ArrayList<>();
                for (Side side : Side.values()) {
                    for (int row : matching.rows(side, match)) {
                        currencies.add(scene.entries(side).get(row).currency());
                    }
                }
                assertThat(currencies.stream().distinct()).hasSize(1);
            }
        }
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = GroupScenes.small(seed).withoutVetoesOnTwins();
            Scene shuffled = scene.shuffled(seed + 1);
            assertThat(values(shuffled, Side.LEFT, shuffled.run(1)))
                    .as("seed %d", seed)
                    .isEqualTo(values(scene, Side.LEFT, scene.run(1)));
        }
    }

    @Test
    void swappingTheSidesMirrorsTheResult() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = GroupScenes.small(seed).withoutVetoesOnTwins();
            Scene mirrored = scene.mirrored();
            assertThat(values(mirrored, Side.RIGHT, mirrored.run(1)))
                    .as("seed %d", seed)
                    .isEqualTo(values(scene, Side.LEFT, scene.run(1)));
        }
    }

    @Test
    void oneThreadDoesWhatEightDo() {
        Scene scene = GroupScenes.large(1);
        Matching one = scene.run(1);
        Matching eight = scene.run(8);
        assertThat(one.count()).isGreaterThan(7_000);
        assertThat(values(scene, Side.LEFT, eight)).isEqualTo(values(scene, Side.LEFT, one));
    }

    /// Every match by what its entries say and how much of them it uses, in a fixed order.
    ///
    /// @param first the side that is named first
    private static List<String> values(Scene scene, Side first, Matching matching) {
        List<String> values = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            values.add(
                    lines(scene, first, matching, match)
                            + " = "
                            + lines(scene, first.other(), matching, match)
                            + " "
                            + matching.pass(match)
                            + matching.status(match)
                            + matching.confidence(match));
        }
        return values.stream().sorted().toList();
    }

    private static List<String> lines(Scene scene, Side side, Matching matching, int match) {
        return Arrays.stream(matching.rows(side, match))
                .mapToObj(row -> {
                    TestEntry entry = scene.entries(side).get(row);
                    return entry.line() + ":" + matching.allocated(side, row, entry.units());
                })
                .sorted()
                .toList();
    }
}
