package dev.recon.engine.classify;

import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import org.jspecify.annotations.Nullable;

/// A field that must agree inside every match.
///
/// It is asked of every pair, so texts, which compared fields nearly always are, are read without a
/// call through an interface.
final class ComparedField {
    private final String name;
    private final Column left;
    private final Column right;
    private final @Nullable TextColumn leftText;
    private final @Nullable TextColumn rightText;

    ComparedField(String name, Column left, Column right) {
        this.name = name;
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

    /// Is the field the same for two entries, or absent on a side? By the hash of the normalised
    /// value, as [HashColumn] says.
    boolean isSame(int leftRow, int rightRow) {
        long ours = leftText != null ? leftText.hash(leftRow) : left.hash(leftRow);
        long theirs = rightText != null ? rightText.hash(rightRow) : right.hash(rightRow);
        return ours == theirs || ours == 0 || theirs == 0;
    }
}
