package dev.recon.engine.match;

import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.List;

/// Spreads the smaller side of a group over the entries of the larger one, in order of date.
final class Allocation {
    /// Makes every day a positive number.
    private static final long EPOCH = 1L << Integer.SIZE;

    private final Stage stage;
    private final Radix radix = new Radix();
    private final Content leftContent;
    private final Content rightContent;

    Allocation(Stage stage) {
        this.stage = stage;
        this.leftContent = content(Side.LEFT);
        this.rightContent = content(Side.RIGHT);
    }

    private Content content(Side side) {
        return new Content(stage.table(side), List.of(), stage.inputs().content(side));
    }

    /// Writes the entries that are used to `target`, which is left to be closed; false, and nothing
    /// written, when the amounts have no common sign, or one side comes to nothing.
    ///
    /// @param left the sum of the left entries
    /// @param right the sum of the right entries
    boolean run(Block block, long left, long right, Groups target) {
        int sign = Long.signum(left);
        if (sign == 0 || !isOfSign(block, Side.LEFT, sign) || !isOfSign(block, Side.RIGHT, sign)) {
            return false;
        }
        Side smaller = Math.abs(left) < Math.abs(right) ? Side.LEFT : Side.RIGHT;
        for (int at = 0; at < block.count(smaller); at++) {
            target.add(smaller, block.rows(smaller)[at]);
        }
        spread(block, smaller.other(), smaller == Side.LEFT ? left : right, target);
        return true;
    }

    private void spread(Block block, Side side, long units, Groups target) {
        int[] rows = ordered(block, side);
        long[] amounts = stage.table(side).amounts().units();
        long rest = units;
        for (int at = 0; at < rows.length && rest != 0; at++) {
            long amount = amounts[rows[at]];
            if (Math.abs(amount) <= Math.abs(rest)) {
                target.add(side, rows[at]);
                rest -= amount;
            } else {
                target.addPart(side, rows[at], rest);
                rest = 0;
            }
        }
    }

    /// Does every amount have this sign?
    private boolean isOfSign(Block block, Side side, int sign) {
        long[] amounts = stage.table(side).amounts().units();
        for (int at = 0; at < block.count(side); at++) {
            if (Long.signum(amounts[block.rows(side)[at]]) != sign) {
                return false;
            }
        }
        return true;
    }

    /// The rows of a side by date (absent last), amount without sign, content.
    private int[] ordered(Block block, Side side) {
        Table table = stage.table(side);
        int[] days = table.dates().days();
        long[] amounts = table.amounts().units();
        int[] rows = Arrays.copyOf(block.rows(side), block.count(side));
        sort(rows, row -> Math.abs(amounts[row]));
        sort(rows, row -> days[row] == DateColumn.ABSENT ? Long.MAX_VALUE : days[row] + EPOCH);
        int start = 0;
        for (int end = 1; end <= rows.length; end++) {
            boolean ends =
                    end == rows.length
                            || days[rows[end]] != days[rows[start]]
                            || amounts[rows[end]] != amounts[rows[start]];
            if (ends && end - start > 1) {
                (side == Side.LEFT ? leftContent : rightContent).orderByLine(rows, start, end);
            }
            start = ends ? end : start;
        }
        return rows;
    }

    private void sort(int[] rows, LineContent key) {
        long[] keys = new long[rows.length];
        for (int at = 0; at < keys.length; at++) {
            keys[at] = key.hash(rows[at]);
        }
        radix.sort(keys, rows, 0, rows.length);
    }
}
