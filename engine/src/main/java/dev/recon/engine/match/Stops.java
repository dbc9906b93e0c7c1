package dev.recon.engine.match;

import dev.recon.engine.table.Side;

/// Where a pass stopped looking because its steps were used up, or because a reference is too
/// common to tell anything.
///
/// @param count how many entries it did not search to the end
/// @param side the side of the first of them
/// @param row the first of them: of the left before the right, in the order of rows; -1 for none
/// @param candidates how many entries it could have been made of
/// @param size the number of entries at which the search stopped
public record Stops(long count, Side side, int row, int candidates, int size) {
    public static final Stops NONE = new Stops(0, Side.RIGHT, -1, 0, 0);

    Stops plus(Side otherSide, int otherRow, int otherCandidates, int otherSize) {
        return plus(new Stops(1, otherSide, otherRow, otherCandidates, otherSize));
    }

    Stops plus(Stops other) {
        Stops first = isBefore(other) ? this : other;
        return new Stops(count + other.count, first.side, first.row, first.candidates, first.size);
    }

    private boolean isBefore(Stops other) {
        if (row < 0 || other.row < 0) {
            return other.row < 0;
        }
        return side == other.side ? row <= other.row : side == Side.LEFT;
    }
}
