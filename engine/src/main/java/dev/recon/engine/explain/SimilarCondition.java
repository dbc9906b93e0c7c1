package dev.recon.engine.explain;

import dev.recon.engine.probable.NearTexts;
import dev.recon.engine.table.TextColumn;

/// Texts that must be nearly the same where both sides have them, as the pass compares them.
final class SimilarCondition {
    private SimilarCondition() {}

    static Condition of(String field, EntryPair pair) {
        if (!(pair.left().table().texts().get(field) instanceof TextColumn ours)
                || !(pair.right().table().texts().get(field) instanceof TextColumn theirs)
                || !ours.isPresent(pair.left().row())
                || !theirs.isPresent(pair.right().row())) {
            return Condition.holds(field, "a side has no " + field + ", so any will do");
        }
        String one = ours.text(pair.left().row());
        String other = theirs.text(pair.right().row());
        if (one.equals(other)) {
            return Condition.holds(field, "the same " + field);
        }
        NearTexts.Verdict verdict = NearTexts.of(one, other);
        int allowed = verdict.allowed();
        String facts =
                field
                        + " "
                        + FieldEvidence.differing(one, other)
                        + ", allowed "
                        + (allowed == 1 ? "is 1" : "are " + allowed);
        Distance distance = new Distance.Characters(Edits.between(one, other), allowed);
        return verdict.holds()
                ? Condition.holds(field, facts).by(distance)
                : Condition.fails(field, facts, new Mend.Any(field)).by(distance);
    }
}
