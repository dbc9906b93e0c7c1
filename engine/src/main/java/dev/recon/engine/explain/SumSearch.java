package dev.recon.engine.explain;

import dev.recon.engine.money.Money;
import java.util.List;

/// Which other entries come to one entry, or nearly: what a pass for sums had to choose from.
///
/// @param pass the name of the pass
/// @param candidates how many entries were tried: open ones, and those of the match itself
/// @param isWhole was every subset of them looked at?
/// @param nearest the exact ones first, then by how far they miss
public record SumSearch(String pass, int candidates, boolean isWhole, List<Combination> nearest) {
    public SumSearch {
        nearest = List.copyOf(nearest);
    }

    /// Several entries of the other side.
    ///
    /// @param difference how much they are above the entry, below zero when they are less
    public record Combination(List<EntryFields> entries, Money difference) {
        public Combination {
            entries = List.copyOf(entries);
        }
    }
}
