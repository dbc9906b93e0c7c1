package dev.recon.server.reconciliation;

import dev.recon.server.platform.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Where a reconciliation stands: its newest result, with all decisions counted.
///
/// @param openValues the absolute value of the open breaks, per currency
/// @param proven does the proof hold?
public record Standing(
        UUID runId,
        int number,
        Instant finishedAt,
        MatchRate matchRate,
        List<Money> openValues,
        long openBreaks,
        long resolvedBreaks,
        long leftEntries,
        long rightEntries,
        boolean proven) {}
