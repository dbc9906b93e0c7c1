package dev.recon.engine.match;

import dev.recon.engine.table.Side;
import java.util.Arrays;

/// Several entries of one side that come to several of the other.
///
/// @param left the left rows, ascending
/// @param right the right rows, ascending
/// @param days how many days lie between the earliest and the latest of them
/// @param content what its lines say, for an order that does not depend on rows
/// @param solutions how many finds share an entry with it, itself among them
/// @param chance how many finds its block would have by accident
/// @param isWhole were all subsets of its block looked at?
record SeveralFind(
        int[] left,
        int[] right,
        long days,
        long content,
        int solutions,
        double chance,
        boolean isWhole) {
    int[] rows(Side side) {
        return side == Side.LEFT ? left : right;
    }

    int entries() {
        return left.length + right.length;
    }

    SeveralFind withSolutions(int found) {
        return new SeveralFind(left, right, days, content, found, chance, isWhole);
    }

    boolean shares(SeveralFind other) {
        return shares(left, other.left) || shares(right, other.right);
    }

    private static boolean shares(int[] rows, int[] others) {
        return Arrays.stream(rows).anyMatch(row -> Arrays.binarySearch(others, row) >= 0);
    }

    /// How likely it is right: its block has a true one with probability `prior`; accidents are a
    /// Poisson number with mean `chance`, and finds that share an entry are equally likely.
    float confidence(double prior) {
        return (float) (prior / (prior * solutions + (1 - prior) * chance));
    }
}
