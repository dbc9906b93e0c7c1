package dev.recon.engine.report;

import dev.recon.engine.compare.ChangeKind;
import dev.recon.engine.money.Money;
import java.util.List;

/// The lines that changed in one way, and where their money was and is.
///
/// @param left how many left lines
/// @param right how many right lines
/// @param before where the first run had their amounts
/// @param after where the second one has them
public record ChangeTally(ChangeKind kind, long left, long right, Placed before, Placed after) {
    /// Amounts of both sides without signs, one for each currency, by its code; what a match leaves
    /// of an entry is open.
    public record Placed(List<Money> matched, List<Money> suggested, List<Money> open) {
        public Placed {
            matched = List.copyOf(matched);
            suggested = List.copyOf(suggested);
            open = List.copyOf(open);
        }
    }

    /// The lines of both sides.
    public long lines() {
        return left + right;
    }
}
