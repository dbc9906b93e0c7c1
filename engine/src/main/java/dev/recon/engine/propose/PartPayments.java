package dev.recon.engine.propose;

import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Entries that come to one of the other side only together, because their key is the same: an
/// order line that is delivered in two parts, a salary of which a part goes to savings.
///
/// The key says of nearly all entries which one they belong to; so a sum that is equal to the unit
/// is no chance, and one is enough. Of a sample that is a part of its file few groups are whole:
/// there it is enough that keys stand on lines of different amounts, which duplicates do not.
final class PartPayments {
    private static final int REPEATED_MIN = 3;

    private PartPayments() {}

    /// May several entries of a key be what one of the other side is?
    static boolean mayBe(Draft draft, Key key) {
        Map<String, LongSummaryStatistics> lefts = amounts(draft, key, Side.LEFT);
        Map<String, LongSummaryStatistics> rights = amounts(draft, key, Side.RIGHT);
        return draft.isComplete()
                ? lefts.entrySet().stream()
                        .anyMatch(one -> isTogether(one.getValue(), rights.get(one.getKey())))
                : Math.max(different(lefts), different(rights)) >= REPEATED_MIN;
    }

    private static Map<String, LongSummaryStatistics> amounts(Draft draft, Key key, Side side) {
        String[] values = key.values(draft.sample(side), side);
        long[] units = draft.units(side);
        Map<String, LongSummaryStatistics> amounts = new HashMap<>();
        for (int row = 0; row < units.length; row++) {
            if (!values[row].isEmpty() && AmountColumns.isFilled(units[row])) {
                amounts.computeIfAbsent(values[row], _ -> new LongSummaryStatistics())
                        .accept(units[row]);
            }
        }
        return amounts;
    }

    private static boolean isTogether(
            LongSummaryStatistics ours, @Nullable LongSummaryStatistics theirs) {
        return theirs != null
                && ours.getCount() != theirs.getCount()
                && ours.getSum() == theirs.getSum();
    }

    private static long different(Map<String, LongSummaryStatistics> amounts) {
        return amounts.values().stream().filter(of -> of.getMin() != of.getMax()).count();
    }
}
