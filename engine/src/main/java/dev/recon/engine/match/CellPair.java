package dev.recon.engine.match;

import dev.recon.engine.table.Side;

/// The cells of both sides of a block.
record CellPair(Cells left, Cells right) {
    Cells of(Side side) {
        return side == Side.LEFT ? left : right;
    }

    int rows() {
        return left.rowCount + right.rowCount;
    }
}
