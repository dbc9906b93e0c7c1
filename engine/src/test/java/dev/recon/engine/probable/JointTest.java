package dev.recon.engine.probable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointTest {
    private static final int FORESTS = 200;

    @Test
    void aBetterPartnerElsewhereLowersAPair() {
        // 0 fits both, 1 fits only the second: so the first is for 0.
        Edges edges = edges(2, new int[][] {{0, 0}, {0, 1}, {1, 1}}, 20, 18, 20);
        double[] posterior = new Joint(edges, entries(2, 2), 1, 1).solve();
        assertThat(posterior[0]).isGreaterThan(0.99);
        assertThat(posterior[1]).isLessThan(0.01);
        assertThat(posterior[2]).isGreaterThan(0.99);
    }

    @Test
    void twoEqualPartnersShareTheProbability() {
        Edges edges = edges(1, new int[][] {{0, 0}, {0, 1}}, 20, 20);
        double[] posterior = new Joint(edges, entries(1, 2), 1, 1).solve();
        assertThat(posterior[0]).isEqualTo(posterior[1]).isCloseTo(0.5, within(0.01));
    }

    @Test
    void onForestsItIsTheExactProbabilityOverAllMatchings() {
        Random random = new Random(1);
        for (int round = 0; round < FORESTS; round++) {
            int size = 2 + random.nextInt(4);
            int[][] pairs = forest(random, size);
            double[] scores = new double[pairs.length];
            Arrays.setAll(scores, _ -> random.nextInt(8));
            Edges edges = edges(size, pairs, scores);
            Joint joint = new Joint(edges, entries(size, size), 1, 1);
            double[] found = joint.solve();
            double[] exact = exact(edges, pairs, joint.odds());
            for (int pair = 0; pair < pairs.length; pair++) {
                assertThat(found[pair]).as("round %d", round).isCloseTo(exact[pair], within(0.01));
            }
        }
    }

    /// A path through both sides in some order: a forest has no circles.
    private static int[][] forest(Random random, int size) {
        List<int[]> pairs = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            pairs.add(new int[] {at, at});
            if (at + 1 < size && random.nextBoolean()) {
                pairs.add(new int[] {at, at + 1});
            }
        }
        return pairs.toArray(int[][]::new);
    }

    private static Edges edges(int lefts, int[][] pairs, double... scores) {
        int[] starts = new int[lefts + 1];
        int[] right = new int[pairs.length];
        float[] kept = new float[pairs.length];
        for (int pair = 0; pair < pairs.length; pair++) {
            starts[pairs[pair][0] + 1]++;
            right[pair] = pairs[pair][1];
            kept[pair] = (float) scores[pair];
        }
        for (int left = 0; left < lefts; left++) {
            starts[left + 1] += starts[left];
        }
        return new Edges(starts, right, kept);
    }

    private static Entries entries(int lefts, int rights) {
        return new Entries(
                new int[lefts], new int[rights], new long[lefts], new long[rights], List.of());
    }

    /// Adds up the weight of every set of pairs in which no entry is twice.
    private static double[] exact(Edges edges, int[][] pairs, double odds) {
        double all = 0;
        double[] with = new double[pairs.length];
        for (int set = 0; set < 1 << pairs.length; set++) {
            long lefts = 0;
            long rights = 0;
            double weight = 1;
            for (int pair = 0; pair < pairs.length; pair++) {
                if ((set & 1 << pair) != 0) {
                    boolean twice =
                            (lefts & 1L << pairs[pair][0]) != 0
                                    || (rights & 1L << pairs[pair][1]) != 0;
                    weight *= twice ? 0 : odds * Math.pow(2, edges.scores()[pair]);
                    lefts |= 1L << pairs[pair][0];
                    rights |= 1L << pairs[pair][1];
                }
            }
            all += weight;
            for (int pair = 0; pair < pairs.length; pair++) {
                with[pair] += (set & 1 << pair) != 0 ? weight : 0;
            }
        }
        double[] shares = with.clone();
        for (int pair = 0; pair < shares.length; pair++) {
            shares[pair] /= all;
        }
        return shares;
    }
}
