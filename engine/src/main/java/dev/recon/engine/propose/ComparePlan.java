package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;

/// Which of the other fields must agree inside every match.
///
/// What a field says is a difference wherever entries surely belong together, however often: a code
/// that one of six entries has otherwise was changed in one of six. Texts are written in so many
/// ways that they have to agree more often before another one means anything, and numbers that half
/// of the entries have otherwise are those of another thing, unless both files call them alike.
///
/// @param own the fields that agree in paired entries
record ComparePlan(Draft draft, List<OwnFields.Own> own) {
    private static final double AGREEMENT_MIN = 0.9;
    private static final double TEXT_AGREEMENT_MIN = 0.8;
    private static final double CODE_AGREEMENT_MIN = 0.5;
    private static final double NUMBER_AGREEMENT_MIN = 0.75;

    /// Times that a reference shows to be the same.
    static final Comparison TIMES = new Comparison(Table.TIME, DayWindow.ANY);

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
        if (isCalledAlike(field.field())) {
            return CODE_AGREEMENT_MIN;
        }
        if (isInWords(field)) {
            return TEXT_AGREEMENT_MIN;
        }
        return field.kind() == OwnFields.Kind.OTHER ? NUMBER_AGREEMENT_MIN : CODE_AGREEMENT_MIN;
    }

    private boolean isCalledAlike(String field) {
        List<String> ours = Objects.requireNonNull(draft.leftFields.get(field)).columns();
        List<String> theirs = Objects.requireNonNull(draft.rightFields.get(field)).columns();
        return Role.words(ours.getFirst()).equals(Role.words(theirs.getFirst()));
    }

    private boolean isInWords(OwnFields.Own field) {
        FieldSource source = Objects.requireNonNull(draft.leftFields.get(field.field()));
        return source.understood() instanceof FieldSource.Text(_, NormalForm form)
                && (WORDS.contains(form)
                        || (form == NormalForm.EXACT && field.kind() == OwnFields.Kind.TEXT));
    }

    private boolean isSeldomAbsent(String field) {
        String[] ours = new FieldValues(draft, Side.LEFT).texts(field);
        String[] theirs = new FieldValues(draft, Side.RIGHT).texts(field);
        return isSeldomAbsent(row -> ours[row].isEmpty(), row -> theirs[row].isEmpty());
    }

    /// Have nearly all paired entries a date on both sides or on none?
    boolean areDatesSeldomAbsent() {
        int[] ours = new FieldValues(draft, Side.LEFT).days();
        int[] theirs = new FieldValues(draft, Side.RIGHT).days();
        return isSeldomAbsent(
                row -> ours[row] == DateColumn.ABSENT, row -> theirs[row] == DateColumn.ABSENT);
    }

    private boolean isSeldomAbsent(IntPredicate ours, IntPredicate theirs) {
        return draft.pairs.share(
                        (a, b) -> !ours.test(a) || !theirs.test(b),
                        (a, b) -> ours.test(a) != theirs.test(b))
                <= ABSENT_MAX;
    }
}
