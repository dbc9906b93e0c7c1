package dev.recon.engine.propose;

import dev.recon.engine.table.Side;
import java.util.Arrays;

/// The sampled entries of both sides by a key that several of them share.
///
/// @param key by which they are grouped
/// @param left the group of each left row, -1 without one
/// @param right the group of each right row
/// @param several the groups that both sides have, one of them more entries of: where both have as
///   many, sums agree because pairs do
/// @param isComplete are all entries of the files among them?
/// @param isNamed are the values names of groups, and no numbers of rows, and have both sides
///   nearly all of them?
record KeyGroups(
        Key key, int[] left, int[] right, int[] several, boolean isComplete, boolean isNamed) {
    private static final double AGREEING_MIN = 0.5;

    /// Of the groups of a sample few are whole; those that are agree, and that many not by chance.
    private static final int AGREEING_IN_PART_MIN = 20;

    private static final double BY_CHANCE_IN_PART_MAX = 0.05;
    private static final double COMMON_MIN = 0.5;

    /// The most groups that may agree with the sum of another one: constant sums mean nothing.
    private static final double BY_CHANCE_MAX = 0.2;

    private static final double BY_CHANCE_OF_PRICES_MAX = 0.5;
    private static final double NEARLY_ALL = 0.9;
    private static final double NAMED_COMMON_MIN = 0.8;
    private static final int NAMED_MIN = 20;

    /// Entries by the number of their group, -1 without one.
    ///
    /// @param count how many groups there are
    /// @param areRows may their values be numbers of rows, one after the other?
    record Numbered(Key key, int[] left, int[] right, int count, boolean areRows) {}

    static KeyGroups of(Numbered numbered, boolean isComplete) {
        int[] left = numbered.left;
        int[] right = numbered.right;
        int count = numbered.count;
        int[] ours = sizes(left, count);
        int[] theirs = sizes(right, count);
        int[] several = new int[count];
        int found = 0;
        int common = 0;
        int lefts = 0;
        int rights = 0;
        for (int group = 0; group < count; group++) {
            boolean both = ours[group] > 0 && theirs[group] > 0;
            lefts += ours[group] > 0 ? 1 : 0;
            rights += theirs[group] > 0 ? 1 : 0;
            common += both ? 1 : 0;
            if (both && ours[group] != theirs[group]) {
                several[found++] = group;
            }
        }
        boolean enough = !isComplete || common >= Math.min(lefts, rights) * COMMON_MIN;
        boolean isNamed =
                !numbered.areRows
                        && common >= NAMED_MIN
                        && common >= Math.max(lefts, rights) * NAMED_COMMON_MIN;
        int[] groups = Arrays.copyOf(several, enough ? found : 0);
        return new KeyGroups(numbered.key, left, right, groups, isComplete, isNamed);
    }

    private static int[] sizes(int[] groups, int count) {
        int[] sizes = new int[count];
        for (int group : groups) {
            if (group >= 0) {
                sizes[group]++;
            }
        }
        return sizes;
    }

    /// In how many groups of several entries both sides have the same sum; 0 where that are not
    /// most of them, or where groups have the sums of others as well.
    ///
    /// @param ours the sums of the left by [#sums]
    /// @param opposite does a plus on the left stand for a minus on the right?
    int agreeing(long[] ours, long[] theirs, boolean opposite) {
        int agreeing = 0;
        int byChance = 0;
        for (int at = 0; at < several.length; at++) {
            long sum = opposite ? -ours[at] : ours[at];
            agreeing += sum != 0 && sum == theirs[at] ? 1 : 0;
            byChance += sum == theirs[(at + 1) % several.length] ? 1 : 0;
        }
        boolean most =
                isComplete
                        ? agreeing >= several.length * AGREEING_MIN
                                && byChance <= agreeing * byChanceMax(agreeing)
                        : agreeing >= AGREEING_IN_PART_MIN
                                && byChance <= agreeing * BY_CHANCE_IN_PART_MAX;
        return most ? agreeing : 0;
    }

    /// Where nearly all groups agree, more of them may have the sum of another: prices are few. All
    /// may, where both sides name the same groups: the fees of members, paid in parts.
    private double byChanceMax(int agreeing) {
        boolean nearlyAll = agreeing >= several.length * NEARLY_ALL;
        if (nearlyAll && isNamed) {
            return Double.MAX_VALUE;
        }
        return nearlyAll ? BY_CHANCE_OF_PRICES_MAX : BY_CHANCE_MAX;
    }

    /// What each group of several entries comes to on one side.
    long[] sums(Side side, AmountColumns.Found found) {
        int[] groups = side == Side.LEFT ? left : right;
        long[] units = found.units();
        long[] all = new long[1 + Arrays.stream(several).max().orElse(-1)];
        for (int row = 0; row < groups.length; row++) {
            int group = groups[row];
            if (group >= 0 && group < all.length && AmountColumns.isFilled(units[row])) {
                all[group] += units[row];
            }
        }
        return Arrays.stream(several).mapToLong(group -> all[group]).toArray();
    }
}
