package dev.recon.engine.probable;

import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Side;
import java.util.Arrays;

/// The probability of each pair when every entry has at most one partner.
///
/// Pairs compete: a pair is likely when its evidence is strong *and* neither entry has a better
/// partner, who may himself have a better one, and so on. Belief propagation for matchings (Bayati,
/// Shah and Sharma 2005): along each pair both entries say how free they would be without it, until
/// nobody changes his mind. On forests this is exact.
///
/// How likely it is to have a partner at all is learnt: with K expected matches between n and m
/// entries the odds of a pair before its evidence are K / ((n - K)(m - K)), and K is the sum of the
/// probabilities. It starts low and grows, so that the smallest consistent answer is found.
///
/// All pairs change their minds at once, so that swapped sides give the mirror image; a sum over
/// pairs is over whole numbers of 2^-32. An entry with one candidate is always free without it: its
/// word stays 1, and most entries are such, so that a round costs little more than the sum. 48
/// bytes a pair.
final class Joint {
    private static final int ROUNDS_MAX = 400;
    private static final int ROUNDS_MIN = 30;
    private static final double UNIT = 1L << 32;
    private static final double START = 0.05;
    private static final double SETTLED = 1e-5;
    private static final int STRETCH = 1 << 14;

    private final Edges edges;
    private final int lefts;
    private final int rights;
    private final double comparable;
    private final int threads;
    private final double[] weights;
    private final int[] rightStarts;
    private final int[] byRight;
    private double[] fromLeft;
    private double[] fromRight;
    private double[] nextLeft;
    private double[] nextRight;
    private double expected;
    private double odds;

    /// @param comparable the share of all pairs that agree in what must be equal
    Joint(Edges edges, Entries entries, double comparable, int threads) {
        this.edges = edges;
        this.lefts = entries.count(Side.LEFT);
        this.rights = entries.count(Side.RIGHT);
        this.comparable = comparable;
        this.threads = threads;
        this.weights = new double[edges.count()];
        for (int edge = 0; edge < weights.length; edge++) {
            weights[edge] = StrictMath.pow(2, edges.scores()[edge]);
        }
        this.rightStarts = new int[rights + 1];
        this.byRight = new int[weights.length];
        indexRight();
        fromLeft = ones();
        fromRight = ones();
        nextLeft = ones();
        nextRight = ones();
    }

    private double[] ones() {
        double[] ones = new double[weights.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private void indexRight() {
        for (int right : edges.right()) {
            rightStarts[right + 1]++;
        }
        for (int right = 0; right < rights; right++) {
            rightStarts[right + 1] += rightStarts[right];
        }
        int[] next = Arrays.copyOf(rightStarts, rights);
        for (int edge = 0; edge < weights.length; edge++) {
            byRight[next[edges.right()[edge]]++] = edge;
        }
    }

    /// The probability of each pair.
    double[] solve() {
        expected = START * Math.min(lefts, rights);
        settle(true);
        settle(false);
        double[] posterior = new double[weights.length];
        Arrays.setAll(posterior, this::posterior);
        return posterior;
    }

    /// Lets all entries speak until the expected number of matches stays where it is.
    ///
    /// @param learning are the odds learnt on the way, or do they stay?
    private void settle(boolean learning) {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            odds = learning ? expected / (free(lefts) * free(rights) * comparable) : odds;
            stretches(lefts, this::speakLeft);
            stretches(rights, this::speakRight);
            double[] spoken = fromLeft;
            fromLeft = nextLeft;
            nextLeft = spoken;
            spoken = fromRight;
            fromRight = nextRight;
            nextRight = spoken;
            double before = expected;
            expected = Math.max(0.5, total());
            boolean settled = Math.abs(expected - before) <= SETTLED * expected;
            if (settled && round >= ROUNDS_MIN) {
                break;
            }
        }
    }

    /// How many of so many entries have no partner, expected.
    private double free(int entries) {
        return Math.max(0.5, entries - expected);
    }

    /// The odds of a pair before its evidence.
    double odds() {
        return odds;
    }

    private interface Stretch {
        void run(int from, int to);
    }

    private void stretches(int count, Stretch work) {
        int stretches = (count + STRETCH - 1) / STRETCH;
        Parallel.run(
                threads,
                stretches,
                at -> work.run(at * STRETCH, Math.min(count, (at + 1) * STRETCH)));
    }

    /// Every left entry tells each of its pairs how free it would be without it.
    private void speakLeft(int from, int to) {
        for (int left = from; left < to; left++) {
            int start = edges.starts()[left];
            int end = edges.starts()[left + 1];
            if (end - start < 2) {
                continue;
            }
            double sum = 0;
            for (int edge = start; edge < end; edge++) {
                sum += weights[edge] * fromRight[edge];
            }
            for (int edge = start; edge < end; edge++) {
                double others = Math.max(0, sum - weights[edge] * fromRight[edge]);
                nextLeft[edge] = damped(fromLeft[edge], 1 / (1 + odds * others));
            }
        }
    }

    private void speakRight(int from, int to) {
        for (int right = from; right < to; right++) {
            int start = rightStarts[right];
            int end = rightStarts[right + 1];
            if (end - start < 2) {
                continue;
            }
            double sum = 0;
            for (int at = start; at < end; at++) {
                sum += weights[byRight[at]] * fromLeft[byRight[at]];
            }
            for (int at = start; at < end; at++) {
                int edge = byRight[at];
                double others = Math.max(0, sum - weights[edge] * fromLeft[edge]);
                nextRight[edge] = damped(fromRight[edge], 1 / (1 + odds * others));
            }
        }
    }

    private static double damped(double before, double now) {
        return Math.sqrt(before * now);
    }

    private double posterior(int edge) {
        double own = odds * weights[edge] * fromLeft[edge] * fromRight[edge];
        return own / (1 + own);
    }

    private double total() {
        long sum = 0;
        for (int edge = 0; edge < weights.length; edge++) {
            sum += (long) (posterior(edge) * UNIT);
        }
        return sum / UNIT;
    }
}
