package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Which of the other fields must agree inside every match.
///
/// What a field says is a difference wherever entries surely belong together, however often: a code
/// that one of six entries has otherwise was changed in one of six. Texts are written in so many
/// ways that they have to agree more often before another one means anything, unless both files
/// call them alike.
///
/// @param own the fields that agree in paired entries
record ComparePlan(Draft draft, List<OwnFields.Own> own) {
    private static final double AGREEMENT_MIN = 0.9;
    private static final double TEXT_AGREEMENT_MIN = 0.8;
    private static final double CODE_AGREEMENT_MIN = 0.5;

    private static final Set<NormalForm> WORDS =
            Set.of(NormalForm.WORDS, NormalForm.NAME, NormalForm.PERSON);

    /// Of paired entries that have a value so few have it on one side alone, where that is a
    /// difference and not what one file does not know.
    private static final double ABSENT_MAX = 0.1;

    List<Comparison> find() {
        List<Comparison> compare = new ArrayList<>();
        for (OwnFields.Own field : own) {
            if (field.agreement() >= agreementMin(field)) {
                boolean absentDiffers = draft.isKeyed && isSeldomAbsent(field.field());
                compare.add(new Comparison(field.field(), DayWindow.ANY, absentDiffers));
            } else {
                draft.tell(field.field(), "too seldom the same to be compared");
            }
        }
        return compare;
    }

    private double agreementMin(OwnFields.Own field) {
        if (!draft.isDecided) {
            return AGREEMENT_MIN;
        }
        return isInWords(field.field()) && !isCalledAlike(field.field())
                ? TEXT_AGREEMENT_MIN
                : CODE_AGREEMENT_MIN;
    }

    private boolean isCalledAlike(String field) {
        List<String> ours = Objects.requireNonNull(draft.leftFields.get(field)).columns();
        List<String> theirs = Objects.requireNonNull(draft.rightFields.get(field)).columns();
        return Role.words(ours.getFirst()).equals(Role.words(theirs.getFirst()));
    }

    private boolean isInWords(String field) {
        FieldSource source = Objects.requireNonNull(draft.leftFields.get(field));
        return source.understood() instanceof FieldSource.Text(_, NormalForm form)
                && WORDS.contains(form);
    }

    private boolean isSeldomAbsent(String field) {
        String[] ours = new FieldValues(draft, Side.LEFT).texts(field);
        String[] theirs = new FieldValues(draft, Side.RIGHT).texts(field);
        return draft.pairs.share(
                        (a, b) -> !ours[a].isEmpty() || !theirs[b].isEmpty(),
                        (a, b) -> ours[a].isEmpty() != theirs[b].isEmpty())
                <= ABSENT_MAX;
    }
}
