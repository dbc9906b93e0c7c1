package dev.recon.engine.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Two entries that may belong together, and what ranks them, smallest first.
record PlainChoice(int left, int right, long amount, long days, long content) {
    private static final Comparator<PlainChoice> RANK =
            Comparator.comparingLong(PlainChoice::amount)
                    .thenComparingLong(PlainChoice::days)
                    .thenComparingLong(PlainChoice::content);

    /// The best, then the best of what is left, and so on.
    static List<PlainChoice> greedy(List<PlainChoice> all) {
        List<PlainChoice> rest = new ArrayList<>(all);
        List<PlainChoice> chosen = new ArrayList<>();
        while (!rest.isEmpty()) {
            PlainChoice best = rest.stream().min(RANK).orElseThrow();
            chosen.add(best);
            rest.removeIf(one -> one.left == best.left || one.right == best.right);
        }
        return chosen;
    }

    /// Has neither of the two another choice?
    static boolean isClear(PlainChoice found, List<PlainChoice> all) {
        return all.stream().filter(one -> one.left == found.left).count() == 1
                && all.stream().filter(one -> one.right == found.right).count() == 1;
    }
}
