package dev.recon.engine.read;

import java.util.List;

/// Which lines of a report are no entries but what entries come to: sums of months or accounts,
/// what a page carries forward, the total at the end.
///
/// Such a line has nothing in some columns that every entry fills, and its amounts are the sum of
/// the lines above it: of all of them, or of those behind an earlier such line. Only where that is
/// so to the last digit is it no entry; else it is one.
///
/// @param of the columns whose sums stand there
/// @param without the columns that have nothing in them there
/// @param decimal the decimal mark of the sums
public record Totals(List<String> of, List<String> without, char decimal) {
    /// A file has no such lines, or nobody looks for them.
    public static final Totals NONE = new Totals(List.of(), List.of(), '.');

    /// The most columns of each kind.
    public static final int COLUMNS_MAX = 20;

    public Totals {
        of = List.copyOf(of);
        without = List.copyOf(without);
    }

    /// Are there none?
    public boolean isNone() {
        return of.isEmpty() || without.isEmpty();
    }
}
