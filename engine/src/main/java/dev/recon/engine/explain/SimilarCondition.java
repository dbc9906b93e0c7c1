package dev.recon.engine.explain;

import dev.recon.engine.table.Column;
import java.util.Optional;

/// Texts that must be nearly the same where both sides have them: at most 2 edits, and no more than
/// a third of the shorter.
final class SimilarCondition {
    private static final int EDITS_MAX = 2;

    private SimilarCondition() {}

    static Condition of(String field, EntryPair pair) {
        Optional<Column> ours = pair.left().table().find(field);
        Optional<Column> theirs = pair.right().table().find(field);
        if (ours.isEmpty()
                || theirs.isEmpty()
                || !ours.get().isPresent(pair.left().row())
                || !theirs.get().isPresent(pair.right().row())) {
            return Condition.holds(field, "a side has no " + field + ", so any will do");
        }
        String one = KeyCondition.normal(ours.get(), pair.left(), field);
        String other = KeyCondition.normal(theirs.get(), pair.right(), field);
        if (one.equals(other)) {
            return Condition.holds(field, "the same " + field);
        }
        int edits = Edits.between(one, other);
        int allowed = Math.min(EDITS_MAX, Math.min(one.length(), other.length()) / 3);
        String facts =
                field
                        + " "
                        + FieldEvidence.differing(one, other)
                        + ", allowed "
                        + (allowed == 1 ? "is 1" : "are " + allowed);
        return edits <= allowed
                ? Condition.holds(field, facts).by(new Distance.Characters(edits, allowed))
                : Condition.fails(field, facts, new Mend.Any(field))
                        .by(new Distance.Characters(edits, allowed));
    }
}
