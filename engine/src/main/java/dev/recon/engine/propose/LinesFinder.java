package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds a key that tells the entries of one side apart and that several lines of the other share,
/// though their sums do not agree: an order, and what a marketplace lists for it with its fees.
///
/// With no sums to bear it out, the values have to: nearly all of both sides are the same, and they
/// are long and far from running on, so that this is no chance.
record LinesFinder(Draft draft) {
    private static final int VALUES_MIN = 20;
    private static final double COMMON_MIN = 0.8;
    private static final double UNIQUE_MIN = 0.95;
    private static final double LINES_MIN = 1.5;
    private static final int LENGTH_MIN = 6;
    private static final double SPARSE_MIN = 10;
    private static final int DIGITS_MAX = 15;
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    /// The key with most values, if there is one.
    ///
    /// @param amounts the likeliest amounts of both sides
    Optional<GroupFinder.Grouping> find(AmountFinder.Choice amounts) {
        Key best = null;
        for (ColumnProfile one : draft.left.columns()) {
            for (ColumnProfile other : draft.right.columns()) {
                Key key = key(one, other);
                best = key != null && (best == null || key.hits() > best.hits()) ? key : best;
            }
        }
        return Optional.ofNullable(best).map(key -> grouping(key, amounts));
    }

    private @Nullable Key key(ColumnProfile one, ColumnProfile other) {
        boolean leftLines = isSingle(one) && hasLines(other);
        boolean rightLines = isSingle(other) && hasLines(one);
        if ((!leftLines && !rightLines) || !KeyFinder.isKey(one) || !KeyFinder.isKey(other)) {
            return null;
        }
        Set<String> ours = draft.left.distinct(one, NormalForm.CODE);
        Set<String> theirs = draft.right.distinct(other, NormalForm.CODE);
        Set<String> both = new HashSet<>(ours);
        both.retainAll(theirs);
        boolean isCommon = both.size() >= COMMON_MIN * Math.max(ours.size(), theirs.size());
        return both.size() >= VALUES_MIN && isCommon && areSparse(both)
                ? Key.of(new Key.Part(one, other, NormalForm.CODE), Optional.empty(), both.size())
                : null;
    }

    private static boolean isSingle(ColumnProfile column) {
        return column.distinct() >= column.filled() * UNIQUE_MIN;
    }

    private static boolean hasLines(ColumnProfile column) {
        return column.filled() >= column.distinct() * LINES_MIN;
    }

    /// Are they long, with gaps far larger than they are many?
    private static boolean areSparse(Set<String> values) {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (String value : values) {
            String digits = NO_DIGITS.matcher(value).replaceAll("");
            if (value.length() < LENGTH_MIN) {
                return false;
            }
            String last = digits.substring(Math.max(0, digits.length() - DIGITS_MAX));
            long number = last.isEmpty() ? value.hashCode() : Long.parseLong(last);
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
        return most - least >= SPARSE_MIN * values.size();
    }

    /// By the kinds of lines that come to the amounts of the other side, where there are such.
    private GroupFinder.Grouping grouping(Key key, AmountFinder.Choice amounts) {
        Optional<LineKinds> kinds = kinds(key, amounts);
        Key.Part part = key.first();
        Optional<Key> by =
                kinds.map(Key.OfKinds::new)
                        .map(reading ->
                                new Key.Part(
                                        part.left(),
                                        part.right(),
                                        part.form(),
                                        Optional.of(reading)))
                        .map(chosen -> Key.of(chosen, Optional.empty(), key.hits()));
        String why = kinds.map(LineKinds::told).orElse("lines of one key, whose sums differ");
        return grouping(by.orElse(key), amounts, why);
    }

    private Optional<LineKinds> kinds(Key key, AmountFinder.Choice amounts) {
        Side of = isSingle(key.first().left()) ? Side.RIGHT : Side.LEFT;
        long[] units = (of == Side.LEFT ? amounts.left() : amounts.right()).units();
        long[] others = (of == Side.LEFT ? amounts.right() : amounts.left()).units();
        SampleSide sample = draft.sample(of);
        String[] keys = key.values(sample, of);
        Set<String> known = new HashSet<>(Arrays.asList(keys));
        Map<String, Long> sums = new HashMap<>();
        draft.sample(of.other())
                .groups(key.values(draft.sample(of.other()), of.other()))
                .forEach((value, rows) -> {
                    if (known.contains(value)) {
                        sums.put(value, AmountColumns.sum(rows, others));
                    }
                });
        return LineKinds.find(sample, new LineKinds.Lines(of, keys, units, sums))
                .or(() ->
                        LineKinds.find(
                                sample,
                                new LineKinds.Lines(of, keys, AmountColumns.negated(units), sums)));
    }

    private GroupFinder.Grouping grouping(Key key, AmountFinder.Choice amounts, String why) {
        String[] ours = key.values(draft.left, Side.LEFT);
        String[] theirs = key.values(draft.right, Side.RIGHT);
        Map<String, List<Integer>> lefts = draft.left.groups(ours);
        Map<String, List<Integer>> rights = draft.right.groups(theirs);
        int both = 0;
        int equal = 0;
        int opposite = 0;
        for (Map.Entry<String, List<Integer>> left : lefts.entrySet()) {
            List<Integer> right = rights.getOrDefault(left.getKey(), List.of());
            long one = AmountColumns.sum(left.getValue(), amounts.left().units());
            long other = AmountColumns.sum(right, amounts.right().units());
            if (one != 0 && other != 0) {
                both++;
                equal += Math.abs(one) == Math.abs(other) ? 1 : 0;
                opposite += one > 0 == other > 0 ? 0 : 1;
            }
        }
        RowPairs pairs = RowPairs.byGroup(draft.left.leasts(ours), draft.right.leasts(theirs));
        return new GroupFinder.Grouping(
                key,
                new Sums(
                        amounts,
                        opposite * 2 > both,
                        (double) equal / Math.max(1, both),
                        pairs,
                        why),
                equal);
    }
}
