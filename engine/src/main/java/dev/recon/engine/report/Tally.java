package dev.recon.engine.report;

import dev.recon.engine.money.Money;
import java.util.List;

/// How many, and how much.
///
/// @param count of entries, matches or breaks
/// @param values the sum of their amounts without signs, one for each currency, by its code
public record Tally(long count, List<Money> values) {
    public Tally {
        values = List.copyOf(values);
    }
}
