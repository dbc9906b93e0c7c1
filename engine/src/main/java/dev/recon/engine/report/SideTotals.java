package dev.recon.engine.report;

/// Where the lines of one side ended: each in exactly one of matched, suggested, open, rejected.
///
/// @param all the entries
/// @param matched the entries in matches
/// @param suggested the entries in suggestions
/// @param open the entries in neither
/// @param rejected the number of lines that could not become entries
public record SideTotals(Tally all, Tally matched, Tally suggested, Tally open, int rejected) {
    public SideTotals {
        if (all.count() != matched.count() + suggested.count() + open.count()) {
            throw new IllegalStateException("an entry is in no place, or in two");
        }
    }
}
