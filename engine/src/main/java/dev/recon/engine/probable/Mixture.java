package dev.recon.engine.probable;

import java.util.Arrays;

/// Expectation maximisation over the patterns of some pairs: which share of them are matches, and
/// how often matches show each level (the m probabilities of Fellegi and Sunter).
///
/// What chance shows is known and stays fixed; were it learnt too, the two kinds of pairs would
/// change places or collapse. All sums are over whole numbers of 2^-30, so that their order does
/// not matter.
final class Mixture {
    private static final int ROUNDS = 60;
    private static final double UNIT = 1L << 30;
    private static final double START = 0.3;
    private static final double DECAY = 0.5;
    private static final double PRIOR = 2;
    private static final double SHARE_MIN = 1e-7;

    private final Patterns patterns;
    private final double[][] chance;
    private final double[][] matches;
    private final long[][] counts;
    private final double most;
    private double share;

    /// @param chance the probability of each level of each field in random pairs
    /// @param matchesMax the most matches that there can be: where one field alone tells, more of
    ///   them, less clearly told, would explain the pairs as well
    Mixture(Patterns patterns, Entries entries, double[][] chance, double matchesMax) {
        this.patterns = patterns;
        this.chance = chance;
        this.most = Math.clamp(matchesMax / patterns.pairs(), SHARE_MIN, 1 - SHARE_MIN);
        this.share = Math.min(START, most);
        this.matches = new double[chance.length][];
        this.counts = new long[chance.length][];
        for (int field = 0; field < chance.length; field++) {
            matches[field] = start(entries.fields().get(field));
            counts[field] = new long[chance[field].length];
        }
    }

    /// Where learning begins: equality is likeliest, and each step away less so.
    static double[] start(Field field) {
        double[] start = new double[field.levels()];
        Arrays.setAll(start, level -> StrictMath.pow(DECAY, field.rank(level)));
        double sum = Arrays.stream(start).sum();
        return Arrays.stream(start).map(value -> value / sum).toArray();
    }

    void run() {
        for (int round = 0; round < ROUNDS; round++) {
            step();
        }
    }

    private void step() {
        for (long[] count : counts) {
            Arrays.fill(count, 0);
        }
        long found = 0;
        for (int id = 0; id < patterns.count(); id++) {
            long pattern = patterns.pattern(id);
            long expected = (long) (posterior(pattern) * patterns.times(id) * UNIT);
            found += expected >> 10;
            for (int field = 0; field < counts.length; field++) {
                int level = Patterns.level(pattern, field);
                if (level >= 0) {
                    counts[field][level] += expected;
                }
            }
        }
        share = Math.clamp(found * 1024.0 / UNIT / patterns.pairs(), SHARE_MIN, most);
        for (int field = 0; field < counts.length; field++) {
            matches[field] = shares(counts[field], chance[field]);
        }
    }

    /// Counts as probabilities; a level that no match showed is as rare as two pairs by chance.
    static double[] shares(long[] counts, double[] chance) {
        double all = Arrays.stream(counts).sum() / UNIT + PRIOR;
        double[] shares = new double[counts.length];
        Arrays.setAll(shares, level -> (counts[level] / UNIT + PRIOR * chance[level]) / all);
        return shares;
    }

    /// The probability that a pair with this pattern is a match.
    double posterior(long pattern) {
        double odds = share / (1 - share);
        for (int field = 0; field < counts.length; field++) {
            int level = Patterns.level(pattern, field);
            odds *= level < 0 ? 1 : matches[field][level] / chance[field][level];
        }
        return odds / (1 + odds);
    }

    /// How many of the pairs are matches, expected.
    double found() {
        return share * patterns.pairs();
    }

    /// How much more probable these pairs are with the matches that were found than by chance
    /// alone, as a natural logarithm.
    double gain() {
        double gain = 0;
        for (int id = 0; id < patterns.count(); id++) {
            double stranger = (1 - share) / (1 - posterior(patterns.pattern(id)));
            gain += patterns.times(id) * StrictMath.log(Math.min(Double.MAX_VALUE, stranger));
        }
        return gain;
    }

    /// The expected number of matches at each level of a field, in units of 2^-30.
    long[] counts(int field) {
        return counts[field];
    }
}
