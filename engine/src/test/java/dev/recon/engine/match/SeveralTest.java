package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Several against several, against the obvious search that looks at all subsets of both sides.
class SeveralTest {
    private static final int SEEDS = 3_000;

    /// Some left and some right rows, as bits.
    private record Sets(int left, int right) {
        boolean shares(Sets other) {
            return (left & other.left) != 0 || (right & other.right) != 0;
        }
    }

    @Test
    void itMatchesWhatLookingAtAllSubsetsFindsAndOnlyTheOnlyOnes() {
        int matched = 0;
        int suggested = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = scene(seed);
            Matching matching = scene.run(1);
            List<Sets> taken = new ArrayList<>();
            Sets open = open(scene, matching, taken);
            List<Sets> all = all(scene, open);
            for (Sets sets : taken) {
                assertThat(all).as("seed %d", seed).contains(sets);
                long sharing = all.stream().filter(sets::shares).count();
                int match = matching.matchOf(Side.LEFT, Integer.numberOfTrailingZeros(sets.left));
                boolean sure = matching.status(match) == Status.MATCHED;
                assertThat(sure && sharing > 1).as("seed %d", seed).isFalse();
                matched += sure ? 1 : 0;
                suggested += sure ? 0 : 1;
            }
            for (Sets sets : all) {
                boolean few = all.stream().filter(sets::shares).count() < 3;
                boolean isTaken = taken.stream().anyMatch(sets::shares);
                assertThat(few && !isTaken).as("seed %d: %s", seed, sets).isFalse();
            }
        }
        assertThat(matched).isGreaterThan(SEEDS / 4);
        assertThat(suggested).isGreaterThan(SEEDS / 100);
    }

    /// A true match of several and some more, with amounts that seldom agree by accident.
    private static Scene scene(long seed) {
        Random random = new Random(seed);
        List<TestEntry> left = new ArrayList<>();
        List<TestEntry> right = new ArrayList<>();
        long sum = 0;
        for (int part = 1 + random.nextInt(2); part >= 0; part--) {
            long units = 20_000L + random.nextInt(80_000);
            sum += units;
            left.add(entry(random, units));
        }
        for (int part = random.nextInt(2); part >= 0; part--) {
            long units = 5_000L + random.nextInt(10_000);
            sum -= units;
            right.add(entry(random, units));
        }
        right.add(entry(random, sum));
        for (int more = random.nextInt(4); more > 0; more--) {
            (random.nextBoolean() ? left : right).add(entry(random, 1L + random.nextInt(90_000)));
        }
        if (random.nextInt(4) == 0) {
            int shift = 1 + random.nextInt(900);
            right.add(entry(random, right.get(0).units() + shift));
            right.add(entry(random, right.get(1).units() - shift));
        }
        return new Scene(left, right, List.of(pass(days(random))), Decisions.NONE);
    }

    private static DayWindow days(Random random) {
        return random.nextBoolean() ? DayWindow.ANY : new DayWindow(2, 3);
    }

    private static TestEntry entry(Random random, long units) {
        int day = 20_000 + random.nextInt(3);
        return new TestEntry("E", units, "EUR", day, Map.of("account", "A"));
    }

    /// What one entry against several left over.
    ///
    /// @param taken gets the matches of several against several
    private static Sets open(Scene scene, Matching matching, List<Sets> taken) {
        int left = (1 << scene.left().size()) - 1;
        int right = (1 << scene.right().size()) - 1;
        for (int match = 1; match <= matching.count(); match++) {
            Sets sets =
                    new Sets(
                            bits(matching.rows(Side.LEFT, match)),
                            bits(matching.rows(Side.RIGHT, match)));
            if (Integer.bitCount(sets.left) > 1 && Integer.bitCount(sets.right) > 1) {
                taken.add(sets);
            } else {
                left &= ~sets.left;
                right &= ~sets.right;
            }
        }
        return new Sets(left, right);
    }

    private static int bits(int[] rows) {
        int bits = 0;
        for (int row : rows) {
            bits |= 1 << row;
        }
        return bits;
    }

    private static List<Sets> all(Scene scene, Sets open) {
        List<Sets> all = new ArrayList<>();
        for (int left = 1; left < 1 << scene.left().size(); left++) {
            for (int right = 1; right < 1 << scene.right().size(); right++) {
                Sets sets = new Sets(left, right);
                boolean isOpen = (left & ~open.left) == 0 && (right & ~open.right) == 0;
                if (isOpen && isSmall(sets) && isEqual(scene, sets) && isMinimal(scene, sets)) {
                    all.add(sets);
                }
            }
        }
        return all;
    }

    private static boolean isSmall(Sets sets) {
        int lefts = Integer.bitCount(sets.left);
        int rights = Integer.bitCount(sets.right);
        return lefts > 1 && lefts <= 3 && rights > 1 && rights <= 3;
    }

    private static boolean isEqual(Scene scene, Sets sets) {
        return sum(scene.left(), sets.left) == sum(scene.right(), sets.right);
    }

    private static boolean isMinimal(Scene scene, Sets sets) {
        for (int left = sets.left & sets.left - 1; left > 0; left = left - 1 & sets.left) {
            for (int right = sets.right & sets.right - 1;
                    right > 0;
                    right = right - 1 & sets.right) {
                if (isEqual(scene, new Sets(left, right))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long sum(List<TestEntry> entries, int bits) {
        long sum = 0;
        for (int row = 0; row < entries.size(); row++) {
            sum += (bits >> row & 1) * entries.get(row).units();
        }
        return sum;
    }

    @Test
    void amongFortyEntriesSeveralAgreeByAccidentAndNothingIsMatched() {
        Matching matching = lonely(40, 200_000).run(1);
        for (int match = 1; match <= matching.count(); match++) {
            assertThat(matching.status(match)).isEqualTo(Status.SUGGESTED);
        }
        assertThat(matching.stops(0).count()).isZero();
    }

    @Test
    void amongAHundredSoManyAgreeThatNothingIsFoundAndItSaysSo() {
        Matching matching = lonely(100, 200_000).run(1);
        for (int match = 1; match <= matching.count(); match++) {
            boolean isOne = matching.size(Side.LEFT, match) == 1;
            assertThat(isOne || matching.size(Side.RIGHT, match) == 1).isTrue();
        }
        assertThat(matching.stops(0).count()).isGreaterThan(100);
    }

    @Test
    void whereTriplesAreTooManyItLooksAtPairsAndSaysSo() {
        Stops stops = lonely(160, 1_000_000_000).run(1).stops(0);
        assertThat(stops).isEqualTo(new Stops(320, Side.LEFT, 0, 160, 3));
    }

    /// Entries of one account that do not belong together.
    private static Scene lonely(int entries, int units) {
        Random random = new Random(1);
        List<TestEntry> left = new ArrayList<>();
        List<TestEntry> right = new ArrayList<>();
        for (int at = 0; at < entries; at++) {
            left.add(entry(random, 1L + random.nextInt(units)));
            right.add(entry(random, 1L + random.nextInt(units)));
        }
        return new Scene(left, right, List.of(pass(DayWindow.ANY)), Decisions.NONE);
    }

    private static Pass pass(DayWindow days) {
        return new Pass.Sum("sum", List.of("account"), days, List.of(), 2, 3, Ambiguity.SUGGEST);
    }
}
