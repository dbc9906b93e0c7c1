package dev.recon.engine.probable;

/// The matches of a probable pass, as columns, the surest first.
///
/// @param left the left row of each match
/// @param right its right row
/// @param confidence the probability that it is right
/// @param automatic how many of them, from the first, are sure enough to need nobody
/// @param model what was learnt
public record Chosen(int[] left, int[] right, float[] confidence, int automatic, Model model) {
    public int count() {
        return left.length;
    }
}
