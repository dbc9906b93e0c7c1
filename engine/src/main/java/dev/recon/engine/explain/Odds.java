package dev.recon.engine.explain;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// How likely each candidate of one entry is its partner, when it has at most one.
///
/// Before anything is looked at, every entry of the other side is as likely as any other, and
/// having no partner is as likely as having one. Evidence of weight w then makes one 2^w times as
/// likely; those that are no candidates count as chance does, 1 each. A candidate that is taken has
/// to be better than its taker, too.
///
/// @param sum what all candidates and all other entries count together
record Odds(double sum) {
    private static final double DIGITS = 10_000;

    /// @param scores the sum of the evidence of each candidate
    /// @param searched how many entries the other side has
    static Odds of(DoubleStream scores, int searched) {
        return new Odds(scores.map(score -> StrictMath.pow(2, score)).sum() + searched);
    }

    /// @param lead by how much the evidence of a taker is above that of the entry; nothing for none
    double confidence(double score, OptionalDouble lead) {
        double alone = StrictMath.pow(2, score) / sum;
        double left = lead.isEmpty() ? 1 : 1 / (1 + StrictMath.pow(2, lead.getAsDouble()));
        return Math.round(alone * left * DIGITS) / DIGITS;
    }
}
