package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Whether a number is that of dues.
///
/// Amounts bear it out: an entry of a number has an amount that the other side has under the same
/// number, far more often than under the next one; or nearly always, where all pay the same and
/// both sides have about as many entries of each number. And days: entries that are paired by the
/// nearest day lie in a stretch much shorter than the time from one due day to the next, or in
/// windows between which hardly anybody pays.
final class DuesEvidence {
    private static final double PAIRED_MIN = 0.3;
    private static final double HITS_MIN = 0.5;
    private static final double BEYOND_CHANCE_MIN = 0.25;
    private static final double HITS_OF_ONE_PRICE_MIN = 0.9;
    private static final double AS_MANY_MIN = 0.75;
    private static final double SPREAD_MAX = 0.6;

    /// What comes more often than each week is told apart by something else.
    private static final int PERIOD_MIN = 6;

    private final Draft draft;
    private final String[] ours;
    private final String[] theirs;
    private final long[] left;
    private final long[] right;

    DuesEvidence(Draft draft, Dues dues, AmountFinder.Choice amounts) {
        this.draft = draft;
        this.ours = dues.values(draft.left, Side.LEFT);
        this.theirs = dues.values(draft.right, Side.RIGHT);
        this.left = amounts.left().units();
        this.right = amounts.right().units();
    }

    /// The entries that number, amount and nearest day pair, where all of it is borne out.
    Optional<DuesByDay> find() {
        TreeSet<String> shared = new TreeSet<>(RowPairs.SCATTERED);
        shared.addAll(CompositeKeys.filled(ours));
        shared.retainAll(CompositeKeys.filled(theirs));
        if (shared.size() < DuesFinder.NUMBERS_MIN || !isBorneOut(new ArrayList<>(shared))) {
            return Optional.empty();
        }
        Map<String, List<Integer>> lefts = draft.left.groups(joined(ours, left));
        Map<String, List<Integer>> rights = draft.right.groups(joined(theirs, right));
        DuesByDay best = null;
        List<DuesByDay> windowed = new ArrayList<>();
        for (int[] days : days(draft.left)) {
            for (int[] others : days(draft.right)) {
                DuesByDay.Dated one = new DuesByDay.Dated(lefts, days);
                DuesByDay.Dated other = new DuesByDay.Dated(rights, others);
                DuesByDay found = new DuesByDay(one, other);
                best = best == null || found.spread() < best.spread() ? found : best;
                found.windowed(one, other).ifPresent(windowed::add);
            }
        }
        return Optional.ofNullable(best)
                .filter(found -> isByDay(found) && found.spread() <= found.period() * SPREAD_MAX)
                .or(() ->
                        windowed.stream()
                                .max(Comparator.comparingInt(DuesByDay::count))
                                .filter(this::isByDay));
    }

    /// Does each number come with the same amount so many times, on both sides?
    boolean comesAgain(double times) {
        return comesAgain(joined(ours, left), times) && comesAgain(joined(theirs, right), times);
    }

    private static boolean comesAgain(String[] entries, double times) {
        return CompositeKeys.filled(entries).size() * times <= count(entries);
    }

    private boolean isByDay(DuesByDay found) {
        long entries = Math.min(count(ours), count(theirs));
        return found.count() >= Math.max(DuesFinder.ENTRIES_MIN, entries * PAIRED_MIN)
                && found.period() >= PERIOD_MIN;
    }

    private static long count(String[] numbers) {
        return Arrays.stream(numbers).filter(number -> !number.isEmpty()).count();
    }

    /// The dates of a side, in each way in which they may be read.
    private static List<int[]> days(SampleSide sample) {
        List<int[]> all = new ArrayList<>();
        for (ColumnProfile column : sample.columns()) {
            if (column.type() instanceof ColumnType.Date date) {
                for (DatePattern pattern : date.patterns()) {
                    all.add(sample.dates(column, pattern));
                }
            }
        }
        return all;
    }

    /// @param shared the numbers of both sides, in an order that scatters them
    private boolean isBorneOut(List<String> shared) {
        Set<String> known = new HashSet<>(Arrays.asList(joined(ours, left)));
        known.remove("");
        Map<String, List<Integer>> lefts = draft.left.groups(ours);
        Map<String, List<Integer>> rights = draft.right.groups(theirs);
        int entries = 0;
        int hits = 0;
        int byChance = 0;
        int both = 0;
        int all = 0;
        for (int at = 0; at < shared.size(); at++) {
            String number = shared.get(at);
            String next = shared.get((at + 1) % shared.size());
            List<Integer> rows = rights.getOrDefault(number, List.of());
            int others = lefts.getOrDefault(number, List.of()).size();
            both += 2 * Math.min(rows.size(), others);
            all += rows.size() + others;
            for (int row : rows) {
                entries++;
                hits += known.contains(joined(number, right[row])) ? 1 : 0;
                byChance += known.contains(joined(next, right[row])) ? 1 : 0;
            }
        }
        boolean onePrice = hits >= entries * HITS_OF_ONE_PRICE_MIN && both >= all * AS_MANY_MIN;
        return hits >= entries * HITS_MIN
                && (hits - byChance >= entries * BEYOND_CHANCE_MIN || onePrice);
    }

    private static String[] joined(String[] numbers, long[] units) {
        String[] joined = new String[numbers.length];
        for (int row = 0; row < joined.length; row++) {
            joined[row] = joined(numbers[row], units[row]);
        }
        return joined;
    }

    /// A number with an amount, whatever its sign; empty where one of them is absent.
    private static String joined(String number, long units) {
        boolean absent = number.isEmpty() || !AmountColumns.isFilled(units);
        return absent ? "" : number + "\n" + Math.abs(units);
    }
}
