package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import java.util.List;

/// What a run found, summed up and proved.
///
/// @param outcome the matches and breaks themselves
/// @param totals counts and values
/// @param proofs one for each currency, by its code
/// @param provenance from what the outcome was made
public record Report(Outcome outcome, Totals totals, List<Proof> proofs, Provenance provenance) {
    public Report {
        proofs = List.copyOf(proofs);
    }

    /// Sums up an outcome: about 30 ns an entry.
    public static Report of(Outcome outcome, Provenance provenance) {
        return new Report(outcome, Totals.of(outcome), Proof.of(outcome), provenance);
    }

    /// Does the proof hold in every currency?
    public boolean holds() {
        return proofs.stream().allMatch(Proof::holds);
    }

    /// Is there nothing that a person must look at: no break, no suggestion, no rejected line?
    public boolean isReconciled() {
        return totals.breaks() == 0
                && totals.left().suggested().count() == 0
                && totals.left().rejected() + totals.right().rejected() == 0;
    }
}
