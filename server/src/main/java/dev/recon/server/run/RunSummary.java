package dev.recon.server.run;

import dev.recon.server.platform.Money;
import dev.recon.server.reconciliation.MatchRate;
import java.util.List;

/// The result of a run as it stands now, decisions counted, as it leaves the server.
public record RunSummary(
        String digest,
        MatchRate matchRate,
        List<StatusTotal> byStatus,
        List<PassTotal> byPass,
        List<KindTotal> byKind,
        Proof proof,
        Rejected rejected,
        List<RunTotals.StageSeconds> seconds) {
    /// Entries of one status.
    record StatusTotal(String status, long leftEntries, long rightEntries, List<Money> values) {}

    /// What one pass holds.
    record PassTotal(
            String pass,
            String kind,
            String status,
            long matches,
            long leftEntries,
            long rightEntries,
            List<Money> values) {}

    /// Breaks of one kind; the values are those of the open ones.
    record KindTotal(String kind, long open, long resolved, List<Money> values) {}

    /// Lines that could not become entries.
    record Rejected(long left, long right) {}

    /// The identity that must hold to the last unit.
    record Proof(
            boolean holds,
            List<CurrencyProof> currencies,
            EntryProof leftEntries,
            EntryProof rightEntries) {}

    /// Left - right = differences inside matches + converted + open left - open right + excluded.
    record CurrencyProof(
            String currency,
            String left,
            String right,
            String difference,
            String matchDifferences,
            String converted,
            String openLeft,
            String openRight,
            String excluded,
            boolean holds) {}

    /// Every entry of a side stands in exactly one place.
    record EntryProof(long entries, long matched, long suggested, long open, boolean holds) {}
}
