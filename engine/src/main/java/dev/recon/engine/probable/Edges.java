package dev.recon.engine.probable;

/// The pairs that may be matches, as columns: those of each left place stand together, in the order
/// of their right places. 8 bytes a pair.
///
/// @param starts where the pairs of each left place begin; one more than there are places
/// @param right the right place of each pair
/// @param scores the sum of the evidence of each pair, in log2
record Edges(int[] starts, int[] right, float[] scores) {
    int count() {
        return right.length;
    }
}
