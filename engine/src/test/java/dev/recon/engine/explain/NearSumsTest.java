package dev.recon.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearSumsTest {
    private static final int BEST = 4;

    /// Every subset, added up and sorted.
    private static List<String> plainly(long[] amounts, long target, long window, int sizeMax) {
        List<List<Integer>> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << amounts.length; bits++) {
            List<Integer> places = new ArrayList<>();
            for (int at = 0; at < amounts.length; at++) {
                if ((bits >> at & 1) == 1) {
                    places.add(at);
                }
            }
            long missed = Math.abs(sum(amounts, places) - target);
            if (places.size() >= 2 && places.size() <= sizeMax && missed <= window) {
                all.add(places);
            }
        }
        all.sort(
                Comparator.comparingLong(
                                (List<Integer> places) -> Math.abs(sum(amounts, places) - target))
                        .thenComparingInt(List::size)
                        .thenComparing(
                                places -> places.stream().mapToInt(at -> at).toArray(),
                                Arrays::compare));
        return all.stream().limit(BEST).map(List::toString).toList();
    }

    private static long sum(long[] amounts, List<Integer> places) {
        return places.stream().mapToLong(at -> amounts[at]).sum();
    }

    @Test
    void itFindsWhatLookingAtEverySubsetFinds() {
        int found = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            int most = 1 + random.nextInt(60);
            long[] amounts = random.longs(2 + random.nextInt(9), 1, most + 1L).sorted().toArray();
            long target = 1L + random.nextInt(3 * most);
            long window = random.nextInt(6);
            int sizeMax = 2 + random.nextInt(4);
            NearSums sums = new NearSums(amounts, target, window, BEST);
            List<String> fast =
                    sums.find(sizeMax).stream().map(one -> Arrays.toString(one.places())).toList();
            assertThat(fast)
                    .as("seed %d", seed)
                    .isEqualTo(plainly(amounts, target, window, sizeMax));
            assertThat(sums.isWhole()).isTrue();
            found += fast.size();
        }
        assertThat(found).isGreaterThan(3_000);
    }

    @Test
    void itStopsAndSaysSo() {
        long[] amounts = new Random(1).longs(60, 1, 1_000_000_000_000L).sorted().toArray();
        NearSums sums = new NearSums(amounts, 3_000_000_000_000L, 150_000_000_000L, BEST);
        assertThat(sums.find(8)).hasSize(BEST);
        assertThat(sums.isWhole()).isFalse();
    }

    @Test
    void theLargestAmountsDoNotOverflow() {
        long most = Long.MAX_VALUE / 8 * 2;
        NearSums sums = new NearSums(new long[] {most / 2, most / 2, most}, most, 0, BEST);
        assertThat(sums.find(8))
                .extracting(one -> Arrays.toString(one.places()))
                .contains("[0, 1]");
    }
}
