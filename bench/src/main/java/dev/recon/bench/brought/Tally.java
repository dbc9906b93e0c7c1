package dev.recon.bench.brought;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a run made of two files, beside the truth. Counted are pairs of entries, one of each side:
/// an invoice and its three payments are three.
///
/// @param entries of both files, without the lines of reports that are none
/// @param pairs that belong together
/// @param matched true pairs that the run matched
/// @param suggested true pairs that it left to a person
/// @param wrong pairs that it matched and that do not belong together
/// @param wrongSuggested such that it suggested
/// @param differences breaks other than those of entries without partner: duplicates, other
///   amounts, dates or fields, where neither file has any
/// @param reported lines that are no entries
/// @param told those of them that it told as such
record Tally(
        int entries,
        int pairs,
        int matched,
        int suggested,
        int wrong,
        int wrongSuggested,
        int differences,
        int reported,
        int told) {
    static final String HEAD =
            """
            | domain | entries | true pairs | matched | missed | suggested rightly | wrong \
            | suggested wrongly | differences | totals told |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|\
            """;

    int missed() {
        return pairs - matched - suggested;
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %s |",
                name,
                entries,
                pairs,
                matched,
                missed(),
                suggested,
                wrong,
                wrongSuggested,
                differences,
                reported == 0 ? "" : told + " of " + reported);
    }

    Tally plus(Tally more) {
        return new Tally(
                entries + more.entries,
                pairs + more.pairs,
                matched + more.matched,
                suggested + more.suggested,
                wrong + more.wrong,
                wrongSuggested + more.wrongSuggested,
                differences + more.differences,
                reported + more.reported,
                told + more.told);
    }

    /// Of files for which there was no run.
    static Tally ofNothing(int[] left, int[] right) {
        int reported = Counting.reported(left) + Counting.reported(right);
        int entries = left.length + right.length - reported;
        return new Tally(entries, Counting.pairs(left, right), 0, 0, 0, 0, 0, reported, 0);
    }

    static Tally of(Outcome outcome, int[] left, int[] right) {
        return new Counting(outcome, left, right).tally();
    }

    /// Goes through the matches of a run.
    private static final class Counting {
        private final Outcome outcome;
        private final int[] left;
        private final int[] right;

        Counting(Outcome outcome, int[] left, int[] right) {
            this.outcome = outcome;
            this.left = left;
            this.right = right;
        }

        Tally tally() {
            int[] matched = new int[2];
            int[] suggested = new int[2];
            Matching matching = outcome.matching();
            for (int match = 1; match <= matching.count(); match++) {
                boolean decided = matching.status(match) == Status.MATCHED;
                count(match, decided ? matched : suggested);
            }
            int reported = reported(left) + reported(right);
            return new Tally(
                    left.length + right.length - reported,
                    pairs(left, right),
                    matched[1],
                    suggested[1],
                    matched[0],
                    suggested[0],
                    differences(outcome.breaks()),
                    reported,
                    told(Side.LEFT, left) + told(Side.RIGHT, right));
        }

        private static int differences(Breaks breaks) {
            int differences = 0;
            for (int number = 1; number <= breaks.count(); number++) {
                boolean missing =
                        switch (breaks.kind(number)) {
                            case MISSING_ON_LEFT, MISSING_ON_RIGHT -> true;
                            case DUPLICATE,
                                    AMOUNT_DIFFERS,
                                    DATE_DIFFERS,
                                    FIELD_DIFFERS,
                                    PARTLY_OPEN ->
                                    false;
                        };
                differences += missing ? 0 : 1;
            }
            return differences;
        }

        /// Counts the pairs of a match: wrong ones at 0, right ones at 1. Entries of one side alone
        /// cancel, which is wrong where the other side tells their facts.
        private void count(int match, int[] counts) {
            int[] ours = facts(Side.LEFT, match);
            int[] theirs = facts(Side.RIGHT, match);
            for (int one : ours) {
                for (int other : theirs) {
                    counts[one > 0 && one == other ? 1 : 0]++;
                }
            }
            if (ours.length == 0 || theirs.length == 0) {
                for (int fact : ours.length == 0 ? theirs : ours) {
                    counts[0] += isOnBothSides(fact) ? 1 : 0;
                }
            }
        }

        private boolean isOnBothSides(int fact) {
            return fact > 0 && holds(left, fact) && holds(right, fact);
        }

        private static boolean holds(int[] facts, int fact) {
            for (int other : facts) {
                if (other == fact) {
                    return true;
                }
            }
            return false;
        }

        private int[] facts(Side side, int match) {
            int[] rows = outcome.matching().rows(side, match);
            int[] facts = new int[rows.length];
            for (int at = 0; at < rows.length; at++) {
                int line = outcome.read(side).table().lines().line(rows[at]);
                facts[at] = (side == Side.LEFT ? left : right)[line - 1];
            }
            return facts;
        }

        private static int pairs(int[] left, int[] right) {
            Map<Integer, Integer> ours = new HashMap<>();
            for (int fact : left) {
                ours.merge(fact, 1, Integer::sum);
            }
            int pairs = 0;
            for (int fact : right) {
                pairs += fact > 0 ? ours.getOrDefault(fact, 0) : 0;
            }
            return pairs;
        }

        private static int reported(int[] facts) {
            int reported = 0;
            for (int fact : facts) {
                reported += fact < 0 ? 1 : 0;
            }
            return reported;
        }

        /// How many lines that are no entries became none.
        private int told(Side side, int[] facts) {
            int told = 0;
            for (var line : outcome.read(side).rejected()) {
                told += facts[line.line() - 1] < 0 ? 1 : 0;
            }
            return told;
        }
    }
}
