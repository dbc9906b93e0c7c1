package dev.recon.engine.explain;

import org.jspecify.annotations.Nullable;

/// What one field says for or against two entries belonging together.
///
/// @param left the value on the left, as written; null when there is none
/// @param right the value on the right
/// @param weight above 0 speaks for it, below 0 against it; see [Learnt]
/// @param text what is the same or differs, and by how much
public record Evidence(
        String field, @Nullable String left, @Nullable String right, double weight, String text) {
    /// The sum of the weights, to one decimal.
    public static double sum(Iterable<Evidence> all) {
        double sum = 0;
        for (Evidence one : all) {
            sum += one.weight;
        }
        return Math.round(sum * 10) / 10.0;
    }
}
