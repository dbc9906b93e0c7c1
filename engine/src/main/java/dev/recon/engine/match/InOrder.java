package dev.recon.engine.match;

import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.List;

/// Pairs of equal amounts, chosen by time, in the order of time: what happened first on one side
/// happened first on the other.
///
/// If any two pairs cross, the two that do not are as near together, and as near to each other as
/// the window allows: lags of pairs in order lie between those of the pairs that they replace.
/// Twins of one moment stand in the order of their content.
final class InOrder {
    private final Table left;
    private final Table right;
    private final Content leftContent;
    private final Content rightContent;

    /// @param seen the stage with moments in place of dates
    InOrder(Stage seen) {
        this.left = seen.table(Side.LEFT);
        this.right = seen.table(Side.RIGHT);
        this.leftContent = new Content(left, List.of(), seen.inputs().content(Side.LEFT));
        this.rightContent = new Content(right, List.of(), seen.inputs().content(Side.RIGHT));
    }

    /// Uncrosses the pairs of a block of which an entry had another candidate.
    void settle(Chosen chosen) {
        long[][] keyed = new long[chosen.pairs.count][];
        int count = 0;
        for (int at = 0; at < chosen.pairs.count; at++) {
            if (chosen.candidates[at] > 1) {
                long ours = left.amounts().units()[chosen.pairs.left[at]];
                long theirs = right.amounts().units()[chosen.pairs.right[at]];
                keyed[count++] = new long[] {ours, theirs, at};
            }
        }
        Arrays.sort(keyed, 0, count, InOrder::compare);
        int from = 0;
        for (int to = 1; to <= count; to++) {
            if (to == count || compare(keyed[from], keyed[to]) != 0) {
                settle(chosen, keyed, from, to);
                from = to;
            }
        }
    }

    private static int compare(long[] one, long[] other) {
        int byLeft = Long.compare(one[0], other[0]);
        return byLeft != 0 ? byLeft : Long.compare(one[1], other[1]);
    }

    private void settle(Chosen chosen, long[][] keyed, int from, int to) {
        int[] lefts = new int[to - from];
        int[] rights = new int[to - from];
        for (int at = from; at < to; at++) {
            lefts[at - from] = chosen.pairs.left[(int) keyed[at][2]];
            rights[at - from] = chosen.pairs.right[(int) keyed[at][2]];
        }
        int[] ours = ordered(lefts, left, leftContent);
        int[] theirs = ordered(rights, right, rightContent);
        for (int at = from; at < to; at++) {
            chosen.pairs.left[(int) keyed[at][2]] = ours[at - from];
            chosen.pairs.right[(int) keyed[at][2]] = theirs[at - from];
        }
    }

    private static int[] ordered(int[] rows, Table table, Content content) {
        int[] moments = table.dates().days();
        int[] ordered =
                Arrays.stream(rows)
                        .boxed()
                        .sorted((one, other) -> Integer.compare(moments[one], moments[other]))
                        .mapToInt(row -> row)
                        .toArray();
        int from = 0;
        for (int to = 1; to <= ordered.length; to++) {
            if (to == ordered.length || moments[ordered[to]] != moments[ordered[from]]) {
                content.orderByLine(ordered, from, to);
                from = to;
            }
        }
        return ordered;
    }
}
