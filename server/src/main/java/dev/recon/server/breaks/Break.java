package dev.recon.server.breaks;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A break with what the server needs beside what it shows.
///
/// @param valueUnits the absolute value of its difference
/// @param sortDate the date that lists sort by
/// @param side the side of its open entry; empty for a difference inside a match
/// @param matchNumber the match that it lies in
/// @param resolvedBy the decision that resolved it
/// @param changedBy the decision that changed it last
public record Break(
        BreakRow row,
        long valueUnits,
        LocalDate sortDate,
        Optional<String> side,
        Optional<Integer> matchNumber,
        Optional<UUID> resolvedBy,
        Optional<UUID> changedBy) {}
