package dev.recon.engine.propose;

/// The amounts of both sides, known by what several entries of them come to.
///
/// @param opposite is a plus on the left a minus on the right?
/// @param agreement how many of the sums agree, 0 to 1
/// @param pairs one entry of each side for each sum that was compared
/// @param why what bears them out
record Sums(
        AmountFinder.Choice amounts,
        boolean opposite,
        double agreement,
        RowPairs pairs,
        String why) {}
