package dev.recon.server.run;

import java.util.List;

/// A match as the run found it.
///
/// @param number counts from 1 in the run
/// @param pass its pass's name, or `by-hand`
/// @param status matched or suggested
/// @param left the lines of its left entries
/// @param right the lines of its right entries
public record MatchFact(
        int number,
        String pass,
        String status,
        double confidence,
        List<Integer> left,
        List<Integer> right) {
    public MatchFact {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }
}
