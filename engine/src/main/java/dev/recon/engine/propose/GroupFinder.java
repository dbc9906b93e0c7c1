package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds a key by which several entries of one side belong to one or several of the other, and the
/// amounts whose sums agree by it: payouts and their orders, stock and its bins.
///
/// That sums agree to the unit, group by group, does not happen by chance; so the columns need no
/// telling names, and counts are as good as money. Where one side names weeks or months and the
/// other days, entries are also grouped by these: the hours of a person in a week, what a cost
/// center spent in a month; or by these alone: what a till took in a month.
final class GroupFinder {
    private static final int GROUPS_MIN = 3;
    private static final int VALUES_MIN = 2;
    private static final double FINER = 1.1;
    private static final double ONCE_MIN = 0.9;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int NAME_LENGTH_MIN = 4;
    private static final double SPREAD_MIN = 1.5;
    private static final String WHY = "equal sums of one key";

    private final SampleSide left;
    private final SampleSide right;
    private final CommonValues.ByForm common;
    private @Nullable Grouping best;

    GroupFinder(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
        this.common = new CommonValues.ByForm(left, right, GroupFinder::values);
    }

    /// A key of several entries.
    ///
    /// @param agreeing how many groups of several entries have the same sum on both sides
    /// @param sums the amounts, with the signs by which the sums agree
    record Grouping(Key key, Sums sums, int agreeing) {}

    /// The grouping by which most sums agree.
    Optional<Grouping> find(List<Found> leftAmounts, List<Found> rightAmounts) {
        Amounts amounts = new Amounts(leftAmounts, rightAmounts);
        Quantities quantities = new Quantities(left, right);
        List<Key.Part> periods = Period.find(left, right);
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (KeyFinder.isKey(one)
                        && KeyFinder.isKey(other)
                        && mayGroup(one, other)
                        && !quantities.are(one, other)
                        && common.count(one, other, form(one, other)) >= VALUES_MIN) {
                    judge(new Key.Part(one, other, form(one, other)), periods, amounts);
                }
            }
        }
        refine(amounts);
        periods.forEach(period -> judge(Key.of(period, Optional.empty(), 0), amounts));
        return Optional.ofNullable(best);
    }

    /// What may be counted on each side.
    private record Amounts(List<Found> left, List<Found> right) {}

    /// The column with each of the periods and alone; not alone where a period says otherwise.
    private void judge(Key.Part part, List<Key.Part> periods, Amounts amounts) {
        boolean isOnce = false;
        for (Key.Part period : periods) {
            Key key = new Key(List.of(part, period), Optional.empty(), 0);
            judge(key, amounts);
            isOnce |= isOncePeriod(key);
        }
        if (!isOnce) {
            judge(Key.of(part, Optional.empty(), 0), amounts);
        }
    }

    /// The same sums by a finer key, such as the item of an order beside its number, or the day on
    /// which a security paid.
    private void refine(Amounts amounts) {
        if (best == null || best.key.parts().size() > 1) {
            return;
        }
        Grouping coarse = best;
        Key.Part first = coarse.key.first();
        for (Key.Part part : new CompositeKeys(left, right).candidates()) {
            Key key = new Key(List.of(first, part), Optional.empty(), 0);
            if (!CompositeKeys.isShared(first, part) && isFiner(key, coarse.key)) {
                Grouping fine = grouping(key, amounts);
                coarse = fine != null && fine.agreeing >= coarse.agreeing ? fine : coarse;
            }
        }
        best = coarse;
    }

    /// Does a key have clearly more values on both sides than another one?
    private boolean isFiner(Key key, Key than) {
        return count(key, Side.LEFT) > count(than, Side.LEFT) * FINER
                && count(key, Side.RIGHT) > count(than, Side.RIGHT) * FINER;
    }

    private int count(Key key, Side side) {
        return CompositeKeys.filled(key.values(side == Side.LEFT ? left : right, side)).size();
    }

    /// Do both sides have several entries of a value, and one of them one a period, as it is
    /// written? Then they are not to be summed up over all periods.
    private boolean isOncePeriod(Key key) {
        Key.Dates dates = key.parts().getLast().dates().orElseThrow();
        Side side = dates.period().orElseThrow().daily().other();
        SampleSide sample = side == Side.LEFT ? left : right;
        return dates.isWritten()
                && repeats(key.first(), Side.LEFT)
                && repeats(key.first(), Side.RIGHT)
                && CompositeKeys.uniqueness(key.values(sample, side)) >= ONCE_MIN;
    }

    private boolean repeats(Key.Part part, Side side) {
        String[] values = part.values(side == Side.LEFT ? left : right, side);
        return CompositeKeys.uniqueness(values) < ONCE_MIN;
    }

    /// Does one side repeat values?
    private static boolean mayGroup(ColumnProfile one, ColumnProfile other) {
        boolean repeats = one.distinct() < one.filled() || other.distinct() < other.filled();
        return repeats && Math.min(one.distinct(), other.distinct()) >= VALUES_MIN;
    }

    /// The values by which the entries of each column may be grouped.
    private static List<Set<String>> values(SampleSide sample, NormalForm form) {
        return sample.columns().stream()
                .map(column ->
                        KeyFinder.isKey(column)
                                ? CompositeKeys.filled(sample.values(column, form))
                                : Set.<String>of())
                .toList();
    }

    private void judge(Key key, Amounts amounts) {
        Grouping found = grouping(key, amounts);
        if (found != null && (best == null || found.agreeing > best.agreeing)) {
            best = found;
        }
    }

    /// What is counted when entries are grouped by a key: that by which most sums agree.
    private @Nullable Grouping grouping(Key key, Amounts amounts) {
        KeyGroups groups = groups(key);
        if (groups.several().length < GROUPS_MIN) {
            return null;
        }
        List<long[]> rights =
                amounts.right.stream().map(found -> groups.sums(Side.RIGHT, found)).toList();
        Counted most = null;
        for (Found ours : amounts.left) {
            long[] our = groups.sums(Side.LEFT, ours);
            for (int at = 0; at < rights.size(); at++) {
                Found theirs = amounts.right.get(at);
                boolean free =
                        !key.holds(Side.LEFT, ours.column())
                                && !key.holds(Side.RIGHT, theirs.column());
                for (boolean opposite : new boolean[] {false, true}) {
                    int agreeing = free ? groups.agreeing(our, rights.get(at), opposite) : 0;
                    if (agreeing >= GROUPS_MIN && (most == null || agreeing > most.agreeing)) {
                        var choice = new AmountFinder.Choice(ours, theirs);
                        most = new Counted(choice, opposite, agreeing);
                    }
                }
            }
        }
        return most == null ? null : most.by(key, groups.several().length, pairs(key));
    }

    /// @param agreeing how many sums agree
    private record Counted(AmountFinder.Choice choice, boolean opposite, int agreeing) {
        Grouping by(Key key, int groups, RowPairs pairs) {
            double share = (double) agreeing / groups;
            return new Grouping(key, new Sums(choice, opposite, share, pairs, WHY), agreeing);
        }
    }

    /// One entry of each side for each group, the same ones whatever the order of the lines.
    private RowPairs pairs(Key key) {
        return RowPairs.byGroup(
                left.leasts(key.values(left, Side.LEFT)),
                right.leasts(key.values(right, Side.RIGHT)));
    }

    private KeyGroups groups(Key key) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] ours = numbered(key.values(left, Side.LEFT), numbers);
        int[] theirs = numbered(key.values(right, Side.RIGHT), numbers);
        boolean complete = left.inspection().isComplete() && right.inspection().isComplete();
        boolean areRows = areRows(numbers.keySet());
        return KeyGroups.of(
                new KeyGroups.Numbered(key, ours, theirs, numbers.size(), areRows), complete);
    }

    /// Are these numbers one after the other, as those of rows are, or no codes at all?
    private static boolean areRows(Set<String> values) {
        LongSummaryStatistics numbers =
                values.stream()
                        .filter(value -> NUMBER.matcher(value).matches())
                        .mapToLong(Long::parseLong)
                        .summaryStatistics();
        boolean areLong = values.stream().allMatch(value -> value.length() >= NAME_LENGTH_MIN);
        boolean dense =
                numbers.getCount() > 0
                        && numbers.getMax() - numbers.getMin() < SPREAD_MIN * numbers.getCount();
        return dense || !areLong;
    }

    private NormalForm form(ColumnProfile one, ColumnProfile other) {
        if (KeyFinder.isText(one) && KeyFinder.isText(other)) {
            return NormalForm.WORDS;
        }
        return left.isPadded(one) || right.isPadded(other) ? NormalForm.NUMBER : NormalForm.CODE;
    }

    /// The number of each row's group, -1 where its value is absent.
    private static int[] numbered(String[] values, Map<String, Integer> numbers) {
        int[] groups = new int[values.length];
        for (int row = 0; row < groups.length; row++) {
            String value = values[row];
            groups[row] =
                    value.isEmpty() ? -1 : numbers.computeIfAbsent(value, _ -> numbers.size());
        }
        return groups;
    }
}
