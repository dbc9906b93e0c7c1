package dev.recon.engine.fee;

import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;

/// Pairs of entries with one currency, one sign and two amounts: what schedules are learnt from.
///
/// The larger amount without its sign is the gross one, the other the net one. 8 bytes a pair.
public final class Differences {
    private final Table left;
    private final Table right;
    private int[] lefts = new int[64];
    private int[] rights = new int[64];
    private int count;

    public Differences(Table left, Table right) {
        this.left = left;
        this.right = right;
    }

    /// Adds a pair where its amounts differ and can be compared.
    public void add(int leftRow, int rightRow) {
        if (grossOf(leftRow, rightRow) == null) {
            return;
        }
        if (count == lefts.length) {
            lefts = Arrays.copyOf(lefts, count * 2);
            rights = Arrays.copyOf(rights, count * 2);
        }
        lefts[count] = leftRow;
        rights[count++] = rightRow;
    }

    /// The side of the larger amount; none when there is no difference to explain.
    @org.jspecify.annotations.Nullable
    Side grossOf(int leftRow, int rightRow) {
        long one = left.amounts().units()[leftRow];
        long other = right.amounts().units()[rightRow];
        boolean comparable =
                one != other
                        && (one < 0) == (other < 0)
                        && one != 0
                        && other != 0
                        && left.currencies().packed()[leftRow]
                                == right.currencies().packed()[rightRow];
        if (!comparable) {
            return null;
        }
        return Math.abs(one) > Math.abs(other) ? Side.LEFT : Side.RIGHT;
    }

    Table table(Side side) {
        return side == Side.LEFT ? left : right;
    }

    int count() {
        return count;
    }

    int left(int pair) {
        return lefts[pair];
    }

    int right(int pair) {
        return rights[pair];
    }

    int row(Side side, int pair) {
        return side == Side.LEFT ? lefts[pair] : rights[pair];
    }

    long magnitude(Side side, int pair) {
        return Math.abs(table(side).amounts().units()[row(side, pair)]);
    }
}
