package dev.recon.engine.report;

import dev.recon.engine.classify.BreakKind;

/// The breaks of one kind.
///
/// @param differences how many, and the sum of their differences without signs
public record KindTotals(BreakKind kind, Tally differences) {}
