package dev.recon.engine.match;

import dev.recon.engine.table.Side;

/// One entry, and several of the other side that come to it: the best of its solutions.
///
/// @param side the side of the one entry
/// @param target the one entry
/// @param rows the several, ascending
/// @param solutions how many subsets come to the target
/// @param chance how many would do so by accident
/// @param isWhole were all subsets looked at?
record SumFind(Side side, int target, int[] rows, int solutions, double chance, boolean isWhole) {
    /// How likely this solution is right: a target has a true one with probability `prior`; beside
    /// it, or without it, accidents come to it as a Poisson number with mean `chance`, and all of
    /// the solutions are equally likely.
    float confidence(double prior) {
        return (float) (prior / (prior * solutions + (1 - prior) * chance));
    }
}
