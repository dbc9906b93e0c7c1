package dev.recon.server.reconciliation;

import dev.recon.engine.report.PassTotals;
import dev.recon.engine.report.Totals;
import java.util.List;

/// What each pass of a rule set would find in two files.
///
/// @param openPercent the entries of both sides that no pass would hold
record Yields(long leftEntries, long rightEntries, List<PassYield> passes, String openPercent) {
    /// What one pass would find on what the ones before it leave over.
    ///
    /// @param percent the entries of both sides that it would hold, of all
    record PassYield(String name, long matched, long suggested, String percent) {}

    static Yields of(Totals totals) {
        return new Yields(
                totals.left().all().count(),
                totals.right().all().count(),
                totals.passes().stream().map(pass -> of(pass, totals.entries())).toList(),
                MatchRate.percent(totals.open(), totals.entries()));
    }

    private static PassYield of(PassTotals pass, long entries) {
        return new PassYield(
                pass.name(),
                pass.matched(),
                pass.suggested(),
                MatchRate.percent(pass.entries(), entries));
    }
}
