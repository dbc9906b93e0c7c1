package dev.recon.engine.propose;

import dev.recon.engine.propose.PairCells.Forms;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The forms in which two columns may be compared; which is right their paired cells say.
final class PossibleForms {
    static final Forms EXACT = Forms.both(NormalForm.EXACT);
    private static final double BEGIN_ALIKE_MIN = 0.2;

    /// Where so many agree as they stand, no other way of counting is looked for.
    private static final double USUAL_MIN = 0.5;

    private final Draft draft;
    private final boolean isDecided;
    private final PairCells glance;
    private final PairCells judged;
    private final Map<String, Optional<Measured>> units = new HashMap<>();
    private final Map<String, Recounted.Numbers> numbers = new HashMap<>();

    /// @param isDecided does a reference decide which entries belong together?
    /// @param glance a few of the paired cells
    /// @param judged and more of them
    PossibleForms(Draft draft, boolean isDecided, PairCells glance, PairCells judged) {
        this.draft = draft;
        this.isDecided = isDecided;
        this.glance = glance;
        this.judged = judged;
    }

    /// The forms that may be right, the same of texts that one side cuts, and numbers without the
    /// unit that one side or both write behind them.
    List<Forms> of(ColumnProfile one, ColumnProfile other) {
        List<Forms> possible = new ArrayList<>(plain(one, other));
        possible.addAll(measured(one, other));
        if (areNumbers(one, other)
                && possible.stream().noneMatch(form -> isUsual(one, other, form))) {
            Recounted.find(numbers(Side.LEFT, one), numbers(Side.RIGHT, other))
                    .ifPresent(possible::add);
        }
        if (one.type() instanceof ColumnType.Text
                && other.type() instanceof ColumnType.Text
                && glance.beginAlike(one, other, BEGIN_ALIKE_MIN)) {
            CutText.of(judged, one, other)
                    .ifPresent(cut ->
                            plain(one, other).forEach(forms -> possible.add(forms.with(cut))));
        }
        return possible;
    }

    /// The forms that may be right, the best where several agree as well: marks and letter case
    /// mean nothing in words and codes, but everything in numbers, which may be written otherwise;
    /// names may have legal forms on one side, or the family's name first.
    List<Forms> plain(ColumnProfile one, ColumnProfile other) {
        if (areNumbers(one, other)) {
            List<Forms> forms = new ArrayList<>(List.of(EXACT));
            for (NormalForm ours : decimals(one)) {
                decimals(other).forEach(theirs -> forms.add(new Forms(ours, theirs)));
            }
            return forms;
        }
        boolean padded = draft.left.isPadded(one) || draft.right.isPadded(other);
        if (one.type() instanceof ColumnType.Amount || other.type() instanceof ColumnType.Amount) {
            return padded ? List.of(EXACT, Forms.both(NormalForm.NUMBER)) : List.of(EXACT);
        }
        boolean text =
                one.type() instanceof ColumnType.Text || other.type() instanceof ColumnType.Text;
        List<NormalForm> forms =
                text
                        ? List.of(
                                NormalForm.WORDS,
                                NormalForm.CODE,
                                NormalForm.EXACT,
                                NormalForm.NAME,
                                NormalForm.PERSON)
                        : List.of(NormalForm.CODE, NormalForm.WORDS, NormalForm.EXACT);
        boolean phones = one.arePhones() || other.arePhones();
        return Stream.of(
                        forms.stream(),
                        padded ? Stream.of(NormalForm.NUMBER) : Stream.<NormalForm>of(),
                        phones ? Stream.of(NormalForm.PHONE) : Stream.<NormalForm>of())
                .flatMap(each -> each)
                .map(Forms::both)
                .toList();
    }

    private boolean isUsual(ColumnProfile one, ColumnProfile other, Forms forms) {
        return glance.agreement(one, other, forms) >= USUAL_MIN;
    }

    private Recounted.Numbers numbers(Side side, ColumnProfile column) {
        return numbers.computeIfAbsent(
                side.word() + column.index(),
                _ ->
                        Recounted.numbers(
                                (ColumnType.Amount) column.type(), glance.written(side, column)));
    }

    private List<Forms> measured(ColumnProfile one, ColumnProfile other) {
        Optional<Measured> ours = measured(Side.LEFT, one);
        Optional<Measured> theirs = measured(Side.RIGHT, other);
        boolean isLeft = ours.isPresent() || one.type() instanceof ColumnType.Amount;
        boolean isRight = theirs.isPresent() || other.type() instanceof ColumnType.Amount;
        List<Forms> forms = new ArrayList<>();
        if (isDecided && isLeft && isRight && (ours.isPresent() || theirs.isPresent())) {
            for (NormalForm our : decimals(one)) {
                for (NormalForm their : decimals(other)) {
                    forms.add(
                            new Forms(
                                    new CellForm(our, ours.map(by -> by)),
                                    new CellForm(their, theirs.map(by -> by))));
                }
            }
        }
        return forms;
    }

    /// The unit of a column, looked for once.
    private Optional<Measured> measured(Side side, ColumnProfile column) {
        return units.computeIfAbsent(
                side.word() + column.index(), _ -> Measured.of(draft.sample(side), column));
    }

    /// Are both columns numbers, which a reference sets side by side?
    boolean areNumbers(ColumnProfile one, ColumnProfile other) {
        return isDecided
                && one.type() instanceof ColumnType.Amount
                && other.type() instanceof ColumnType.Amount;
    }

    /// By its decimal mark, or by either where its cells do not tell.
    private static List<NormalForm> decimals(ColumnProfile column) {
        if (column.type() instanceof ColumnType.Amount amount && amount.isMarkProved()) {
            return List.of(
                    amount.decimalMark() == '.' ? NormalForm.DECIMAL : NormalForm.DECIMAL_COMMA);
        }
        return List.of(NormalForm.DECIMAL, NormalForm.DECIMAL_COMMA);
    }
}
