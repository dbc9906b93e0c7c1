package dev.recon.engine.match;

import dev.recon.engine.table.Side;

/// Compares the keys behind equal hashes, exactly.
interface KeyEquality {
    /// Is the key `number` of one side the key `otherNumber` of the same or the other side?
    boolean isSame(Side side, int number, Side otherSide, int otherNumber);

    /// Keeps the pairs whose keys are the same.
    default void keepSame(RowPairs pairs) {
        pairs.keep(at -> isSame(Side.LEFT, pairs.left[at], Side.RIGHT, pairs.right[at]));
    }
}
