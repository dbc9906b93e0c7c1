package dev.recon.engine.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An entry of the other side that could belong to an open one.
///
/// @param rank from 1, the nearest
/// @param score the sum of the evidence
/// @param confidence the probability that the two belong together (see [Odds])
/// @param verdicts what each pass says, in the order of the passes
/// @param taken by whom, when it is not free
public record Candidate(
        int rank,
        EntryFields entry,
        double score,
        double confidence,
        List<Evidence> evidence,
        List<PassVerdict> verdicts,
        Optional<Taken> taken) {
    public Candidate {
        evidence = List.copyOf(evidence);
        verdicts = List.copyOf(verdicts);
    }

    /// The pass that came nearest: the fewest conditions failed, the first of those.
    public Optional<PassVerdict> nearestPass() {
        return verdicts.stream().min(Comparator.comparingLong(PassVerdict::failing));
    }

    /// What stands between the two entries, in one sentence.
    public String whyNot() {
        String failed =
                nearestPass()
                        .map(verdict -> "pass " + verdict.pass() + ": " + verdict.whyNot())
                        .orElse("there is no pass");
        boolean allHold = nearestPass().filter(verdict -> verdict.failing() == 0).isPresent();
        return taken.map(by -> allHold ? by.text() : failed + "; " + by.text()).orElse(failed);
    }
}
