package dev.recon.engine.classify;

import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.HashColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import org.jspecify.annotations.Nullable;

/// A field that must agree inside every match.
///
/// It is asked of every pair, so the hashes of texts, which compared fields nearly always are, are
/// read without a call through the column.
final class ComparedField {
    private final String name;
    private final Column left;
    private final Column right;
    private final long @Nullable [] leftHashes;
    private final long @Nullable [] rightHashes;

    ComparedField(String name, Column left, Column right) {
        this.name = name;
        this.left = left;
        this.right = right;
        this.leftHashes = hashes(left);
        this.rightHashes = hashes(right);
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
        long ours = leftHashes != null ? leftHashes[leftRow] : left.hash(leftRow);
        long theirs = rightHashes != null ? rightHashes[rightRow] : right.hash(rightRow);
        return ours == theirs || ours == 0 || theirs == 0;
    }

    private static long @Nullable [] hashes(Column column) {
        return switch (column) {
            case TextColumn text -> text.hashes();
            case HashColumn hashed -> hashed.hashes();
            case AmountColumn _, CurrencyColumn _, DateColumn _ -> null;
        };
    }
}
