package dev.recon.engine.classify;

import dev.recon.engine.rules.Comparison;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import org.jspecify.annotations.Nullable;

/// A field that must agree inside every match.
///
/// No value agrees with any value, unless the rule set says that it differs.
///
/// It is asked of every pair, so texts, which compared fields nearly always are, are read without a
/// call through an interface.
final class ComparedField {
    private final String name;
    private final boolean absentDiffers;
    private final Column left;
    private final Column right;
    private final @Nullable TextColumn leftText;
    private final @Nullable TextColumn rightText;

    ComparedField(Comparison comparison, Column left, Column right) {
        this.name = comparison.field();
        this.absentDiffers = comparison.absentDiffers();
        this.left = left;
        this.right = right;
        this.leftText = left instanceof TextColumn text ? text : null;
        this.rightText = right instanceof TextColumn text ? text : null;
    }

    String name() {
        return name;
    }

    Column column(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// Does an entry with this field bind the others of its match?
    boolean binds(Side side, int row) {
        return absentDiffers || column(side).hash(row) != 0;
    }

    /// Does the field agree in two entries? By the hash of the normalised value, as [HashColumn]
    /// says.
    boolean isSame(int leftRow, int rightRow) {
        long ours = leftText != null ? leftText.hash(leftRow) : left.hash(leftRow);
        long theirs = rightText != null ? rightText.hash(rightRow) : right.hash(rightRow);
        return ours == theirs || (!absentDiffers && (ours == 0 || theirs == 0));
    }
}
