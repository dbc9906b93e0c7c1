package dev.recon.engine.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that somebody probably meant.
final class Spelling {
    private static final int LENGTH_MIN = 2;
    private static final int LENGTH_MAX = 40;

    private Spelling() {}

    /// ` (did you mean "key"?)` where one of the words is near, else nothing.
    static String hint(String written, Collection<String> words) {
        return nearest(written, words).map(word -> " (did you mean \"" + word + "\"?)").orElse("");
    }

    /// The word with the fewest edits, at most one for every three letters.
    static Optional<String> nearest(String written, Collection<String> words) {
        if (written.length() < LENGTH_MIN || written.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        int editsMax = Math.max(1, (written.length() + 1) / 3);
        return words.stream()
                .filter(word -> edits(written, word) <= editsMax)
                .min(Comparator.comparingInt(word -> edits(written, word)));
    }

    /// Insertions, deletions, changes and swaps of neighbours (optimal string alignment), without
    /// regard to case.
    private static int edits(String written, String meant) {
        String a = written.toLowerCase(Locale.ROOT);
        String b = meant.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, new int[] {i, j});
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int[] at) {
        int i = at[0];
        int j = at[1];
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
