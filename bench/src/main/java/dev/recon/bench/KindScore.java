package dev.recon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How one planted kind came out.
final class KindScore {
    private static final int EXAMPLES_MAX = 5;

    final String kind;
    private final List<String> examples = new ArrayList<>();
    int groups;
    int appears;
    int matched;
    int suggested;
    int asBreak;
    int wrong;
    int truePairs;
    int foundPairs;
    int rightPairs;

    KindScore(String kind) {
        this.kind = kind;
    }

    void miss(String example) {
        if (examples.size() < EXAMPLES_MAX) {
            examples.add(example);
        }
    }

    List<String> examples() {
        return examples;
    }

    /// The share of found pairs that are right; 1 when none was found.
    double precision() {
        return foundPairs == 0 ? 1 : (double) rightPairs / foundPairs;
    }

    /// The share of true pairs that were found; 1 when there are none.
    double recall() {
        return truePairs == 0 ? 1 : (double) rightPairs / truePairs;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-14s %8d %9.3f %% %8d %9d %8d %6d %9.5f %9.5f",
                kind,
                groups,
                groups == 0 ? 100.0 : 100.0 * appears / groups,
                matched,
                suggested,
                asBreak,
                wrong,
                precision(),
                recall());
    }

    static String head() {
        return String.format(
                "%-14s %8s %11s %8s %9s %8s %6s %9s %9s",
                "kind",
                "groups",
                "appears",
                "matched",
                "suggested",
                "as break",
                "wrong",
                "precision",
                "recall");
    }
}
