package dev.recon.engine.report;

/// From what a report was made: whoever has the same three and the same engine gets the same bytes.
///
/// @param left the left file, as it was delivered
/// @param right the right file
/// @param rules the text of the rule set
public record Provenance(FileHash left, FileHash right, FileHash rules) {}
