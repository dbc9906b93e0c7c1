package dev.recon.engine.report;

import java.util.List;

/// From what a report was made: whoever has the same files and the same engine gets the same bytes.
///
/// @param left the left file, as it was delivered
/// @param right the right file
/// @param rules the text of the rule set
/// @param others what else decided: decisions of people, open entries of an earlier run
public record Provenance(FileHash left, FileHash right, FileHash rules, List<FileHash> others) {
    public Provenance {
        others = List.copyOf(others);
    }

    /// A run that nothing else decided.
    public Provenance(FileHash left, FileHash right, FileHash rules) {
        this(left, right, rules, List.of());
    }

    /// The same with more that decided.
    public Provenance with(List<FileHash> more) {
        return new Provenance(left, right, rules, more);
    }
}
