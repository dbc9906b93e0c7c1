package dev.recon.server.match;

import dev.recon.server.platform.Money;
import dev.recon.server.run.Entry;
import java.util.List;
import java.util.UUID;

/// A match as lists show it.
///
/// @param difference left minus right, per currency, where it is not nothing
public record MatchRow(
        String id,
        int number,
        UUID runId,
        String pass,
        String status,
        double confidence,
        boolean byHand,
        List<Entry.Listed> left,
        List<Entry.Listed> right,
        List<Money> difference,
        int version) {}
