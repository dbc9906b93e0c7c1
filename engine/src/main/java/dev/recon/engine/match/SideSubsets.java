package dev.recon.engine.match;

import dev.recon.engine.table.DateColumn;
import java.util.Arrays;

/// The subsets of 2 or 3 entries of one side whose dates allow a common partner, by their sum.
///
/// Entries stand in the order of their [SumSide]; amounts are without sign. 24 bytes an entry, 32 a
/// subset; at most [#SUBSETS_MAX] of them.
final class SideSubsets {
    static final int SIZE_MAX = 3;

    /// More subsets than these are not listed: 700 entries have so many pairs, 114 so many triples
    /// and pairs.
    static final int SUBSETS_MAX = 250_000;

    private static final int PLACE_BITS = 20;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    private final Radix radix = new Radix();
    private int[] rows = new int[16];
    private long[] amounts = new long[16];
    private int[] days = new int[16];
    private long[] packed = new long[16];
    private int[] numbers = new int[16];

    int entries;

    /// The sums of the subsets, ascending.
    long[] sums = new long[16];

    int count;

    /// Takes the entries of one sign.
    void fill(SumSide side, int sign) {
        entries = 0;
        for (int place = 0; place < side.count; place++) {
            if (Long.signum(side.units(place)) == sign) {
                if (entries == rows.length) {
                    rows = Arrays.copyOf(rows, entries * 2);
                    amounts = Arrays.copyOf(amounts, entries * 2);
                    days = Arrays.copyOf(days, entries * 2);
                }
                rows[entries] = side.rows[place];
                amounts[entries] = Math.abs(side.units(place));
                days[entries++] = side.day(place);
            }
        }
    }

    long amount(int place) {
        return amounts[place];
    }

    int firstRow() {
        return Arrays.stream(rows, 0, entries).min().orElse(-1);
    }

    /// How many subsets of 2 to `size` entries there are; [Long#MAX_VALUE] for far too many.
    ///
    /// @param span how many days the dates of one side may be apart
    long count(int size, long span) {
        if (entries > PLACE_MASK) {
            return Long.MAX_VALUE;
        }
        long all = 0;
        int dated = dated();
        int end = 0;
        for (int at = 0; at < entries; at++) {
            end = Math.max(end, at + 1);
            while (end < dated && (long) days[end] - days[at] <= span) {
                end++;
            }
            long others = end - at - 1L + (at < dated ? entries - dated : entries - end);
            all += others + (size > 2 ? others * (others - 1) / 2 : 0);
        }
        return all;
    }

    private int dated() {
        int dated = entries;
        while (dated > 0 && days[dated - 1] == DateColumn.ABSENT) {
            dated--;
        }
        return dated;
    }

    /// Lists all subsets of 2 to `size` entries, and sorts them; those with equal sums stay in the
    /// order of their entries.
    void list(int size, long span) {
        count = 0;
        int dated = dated();
        for (int first = 0; first < entries; first++) {
            int end = first + 1;
            while (end < dated && (long) days[end] - days[first] <= span) {
                end++;
            }
            int undated = Math.max(end, dated);
            for (int second = next(first, end, undated); second < entries; ) {
                add(amounts[first] + amounts[second], pack(first, second, PLACE_MASK));
                int third = size > 2 ? next(second, end, undated) : entries;
                while (third < entries) {
                    long sum = amounts[first] + amounts[second] + amounts[third];
                    add(sum, pack(first, second, third));
                    third = next(third, end, undated);
                }
                second = next(second, end, undated);
            }
        }
        radix.sort(sums, numbers, 0, count);
    }

    /// The next place before `end`, or else from `undated` on.
    private static int next(int place, int end, int undated) {
        return place + 1 < end ? place + 1 : Math.max(place + 1, undated);
    }

    private static long pack(int first, int second, int third) {
        return ((long) first << PLACE_BITS | second) << PLACE_BITS | third;
    }

    private void add(long sum, long places) {
        if (count == sums.length) {
            sums = Arrays.copyOf(sums, count * 2);
            packed = Arrays.copyOf(packed, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        sums[count] = sum;
        packed[count] = places;
        numbers[count] = count++;
    }

    /// The places of the entries of a subset, ascending.
    int[] places(int subset) {
        long all = packed[numbers[subset]];
        int third = (int) (all & PLACE_MASK);
        int second = (int) (all >>> PLACE_BITS & PLACE_MASK);
        int first = (int) (all >>> (2 * PLACE_BITS));
        return third == PLACE_MASK ? new int[] {first, second} : new int[] {first, second, third};
    }

    int row(int place) {
        return rows[place];
    }

    int day(int place) {
        return days[place];
    }

    /// The rows at these places, ascending.
    int[] rows(int[] places) {
        return Arrays.stream(places).map(place -> rows[place]).sorted().toArray();
    }
}
