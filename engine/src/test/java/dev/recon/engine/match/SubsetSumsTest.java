package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The search for subsets against the obvious one, which looks at every subset.
class SubsetSumsTest {
    private static final int SEEDS = Seeds.share(2_500);

    @Test
    void itFindsWhatLookingAtEverySubsetFinds() {
        int solved = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            int count = 2 + random.nextInt(9);
            int cents = 1 + random.nextInt(random.nextBoolean() ? 8 : 10_000);
            long[] amounts = random.longs(count, 1, cents + 1L).sorted().toArray();
            int[] costs = random.ints(count, 0, 4).toArray();
            int sizeMax = 2 + random.nextInt(7);
            long target = target(random, amounts, cents);
            List<int[]> all = solutions(amounts, target, sizeMax);
            SubsetSums search = new SubsetSums();
            search.fill(amounts, costs, count);
            search.search(target, sizeMax, Long.MAX_VALUE / 2);
            assertThat(search.stoppedAt).isZero();
            assertThat(search.solutions).as("seed %d", seed).isEqualTo(all.size());
            if (!all.isEmpty()) {
                solved++;
                int[] best = new int[search.bestSize];
                Arrays.setAll(best, search::best);
                assertThat(sum(best, amounts)).isEqualTo(target);
                assertThat(cost(best, costs))
                        .isEqualTo(all.stream().mapToInt(one -> cost(one, costs)).min().orElse(-1));
            }
        }
        assertThat(solved).isGreaterThan(SEEDS / 5);
    }

    private static long target(Random random, long[] amounts, int cents) {
        long target = 1L + random.nextInt(4 * cents);
        if (random.nextBoolean()) {
            target = 0;
            for (long amount : amounts) {
                target += random.nextBoolean() ? amount : 0;
            }
        }
        return Math.max(1, target);
    }

    private static List<int[]> solutions(long[] amounts, long target, int sizeMax) {
        List<int[]> found = new ArrayList<>();
        for (int mask = 0; mask < 1 << amounts.length; mask++) {
            int size = Integer.bitCount(mask);
            int[] places = new int[size];
            int used = 0;
            for (int at = 0; at < amounts.length; at++) {
                if ((mask & 1 << at) != 0) {
                    places[used++] = at;
                }
            }
            if (size >= 2 && size <= sizeMax && sum(places, amounts) == target) {
                found.add(places);
            }
        }
        return found;
    }

    private static long sum(int[] places, long[] amounts) {
        return Arrays.stream(places).mapToLong(at -> amounts[at]).sum();
    }

    private static int cost(int[] places, int[] costs) {
        return Arrays.stream(places).map(at -> costs[at]).sum();
    }

    /// The chance number, averaged over many targets, is the number of solutions that there are.
    @Test
    void theChanceNumberIsTheNumberOfAccidents() {
        Random random = new Random(7);
        double chances = 0;
        long accidents = 0;
        for (int trial = 0; trial < 400; trial++) {
            long[] amounts = random.longs(24, 100, 100_000).sorted().toArray();
            SubsetSums search = new SubsetSums();
            search.fill(amounts, new int[24], 24);
            search.search(100_000 + random.nextInt(100_000), 5, Long.MAX_VALUE / 2);
            chances += search.chance();
            accidents += search.solutions;
        }
        assertThat(accidents).isGreaterThan(40);
        assertThat(chances).isBetween(accidents * 0.8, accidents * 1.25);
    }

    @Test
    void itSaysWhereItStopped() {
        long[] amounts = new Random(1).longs(500, 1, 1_000_000).sorted().toArray();
        SubsetSums search = new SubsetSums();
        search.fill(amounts, new int[500], 500);
        long steps = search.search(1_234_567, 5, 1_000_000);
        assertThat(search.stoppedAt).isEqualTo(4);
        assertThat(steps).isBetween(1_000_000L, 1_010_000L);
    }
}
