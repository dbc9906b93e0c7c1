package dev.recon.bench;

import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How right the pairs of a run are, and how right it says they are.
///
/// @param truths how many pairs belong together
/// @param pairs the pairs of the run, the surest first
record Accuracy(int truths, List<Pair> pairs) {
    private static final int BINS = 10;

    /// One pair that a run made.
    ///
    /// @param confidence what the run says of it
    /// @param isMatched did it decide by itself?
    /// @param isRight does it belong together?
    record Pair(double confidence, boolean isMatched, boolean isRight) {}

    /// Compares a matching with the truth, both sides by line.
    static Accuracy of(Matching matching, Lines left, Lines right, Set<Long> truth) {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < matching.entries(Side.LEFT); row++) {
            int partner = matching.partner(Side.LEFT, row);
            if (partner >= 0) {
                int match = matching.matchOf(Side.LEFT, row);
                pairs.add(
                        new Pair(
                                matching.confidence(match),
                                matching.status(match) == Status.MATCHED,
                                truth.contains(key(left.line(row), right.line(partner)))));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::confidence).reversed());
        return new Accuracy(truth.size(), pairs);
    }

    static long key(int leftLine, int rightLine) {
        return (long) leftLine << Integer.SIZE | rightLine;
    }

    /// The pairs that belong together, by line, as far as both entries are in the files.
    static Set<Long> truth(Truth truth, Ids left, Ids right) {
        Set<Long> keys = new HashSet<>();
        for (Truth.Group group : truth.groups()) {
            for (String one : group.left()) {
                for (String other : group.right()) {
                    if (left.lines().containsKey(one) && right.lines().containsKey(other)) {
                        keys.add(key(left.line(one), right.line(other)));
                    }
                }
            }
        }
        return keys;
    }

    private List<Pair> matched() {
        return pairs.stream().filter(Pair::isMatched).toList();
    }

    private static long right(List<Pair> pairs) {
        return pairs.stream().filter(Pair::isRight).count();
    }

    /// The harmonic mean of precision and recall of all pairs, matched and suggested.
    double f1() {
        return 2.0 * right(pairs) / Math.max(1, pairs.size() + truths);
    }

    double precision() {
        return (double) right(pairs) / Math.max(1, pairs.size());
    }

    double recall() {
        return (double) right(pairs) / truths;
    }

    /// How many of the true pairs the run matched by itself.
    double coverage() {
        return (double) right(matched()) / truths;
    }

    /// How many of the pairs that it matched by itself are right.
    double matchedPrecision() {
        return (double) right(matched()) / Math.max(1, matched().size());
    }

    /// The expected calibration error: how far confidence and truth lie apart, over ten bins of as
    /// many pairs each.
    double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int from = (int) ((long) pairs.size() * bin / BINS);
            int to = (int) ((long) pairs.size() * (bin + 1) / BINS);
            double apart = 0;
            for (Pair pair : pairs.subList(from, to)) {
                apart += pair.confidence() - (pair.isRight() ? 1 : 0);
            }
            error += Math.abs(apart) / pairs.size();
        }
        return pairs.isEmpty() ? 0 : error;
    }

    /// One row of a table: what was found, and how sure it was.
    String row(String name, double seconds) {
        return String.format(
                Locale.ROOT,
                "| %s | %.4f | %.4f | %.4f | %.1f %% | %.4f | %.4f | %.1f |",
                name,
                f1(),
                precision(),
                recall(),
                100 * coverage(),
                matchedPrecision(),
                calibrationError(),
                seconds);
    }
}
