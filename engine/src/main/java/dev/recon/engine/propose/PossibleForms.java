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

    private static final List<NormalForm> OF_TEXTS =
            List.of(
                    NormalForm.WORDS,
                    NormalForm.CODE,
                    NormalForm.EXACT,
                    NormalForm.NAME,
                    NormalForm.PERSON);
    private static final List<NormalForm> OF_CODES =
            List.of(NormalForm.CODE, NormalForm.WORDS, NormalForm.EXACT);
    private static final List<NormalForm> STRICT_FIRST =
            List.of(
                    NormalForm.EXACT,
                    NormalForm.WORDS,
                    NormalForm.CODE,
                    NormalForm.NAME,
                    NormalForm.PERSON);
    private static final double BEGIN_ALIKE_MIN = 0.2;

    /// Where so many agree as they stand, no other way of counting is looked for.
    private static final double USUAL_MIN = 0.5;

    private final Draft draft;
    private final boolean isDecided;
    private final PairCells glance;
    private final PairCells judged;
    private final Map<String, Optional<Measured>> units = new HashMap<>();
    private final Map<String, List<Recounted.Numbers>> numbers = new HashMap<>();

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
        possible.addAll(durations(one, other));
        if (isTied() && possible.stream().noneMatch(form -> isUsual(one, other, form))) {
            possible.addAll(recounted(one, other));
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

    /// The forms that may be right, the best where several agree as well: the strictest where a
    /// reference ties entries; else marks and letter case mean nothing in words and codes, but
    /// everything in numbers, which may be written otherwise; names may have legal forms on one
    /// side, or the family's name first.
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
        List<NormalForm> all = text ? OF_TEXTS : OF_CODES;
        List<NormalForm> forms =
                isDecided ? STRICT_FIRST.stream().filter(all::contains).toList() : all;
        boolean phones = one.arePhones() || other.arePhones();
        return Stream.of(
                        forms.stream(),
                        padded ? Stream.of(NormalForm.NUMBER) : Stream.<NormalForm>of(),
                        phones ? Stream.of(NormalForm.PHONE) : Stream.<NormalForm>of())
                .flatMap(each -> each)
                .map(Forms::both)
                .toList();
    }

    /// Is the looser of two forms the way in which a side writes, and not one that makes a few
    /// other values equal? Where nothing ties entries together, all that is alike is evidence.
    boolean earns(ColumnProfile one, ColumnProfile other, Forms strict, Forms loose) {
        return !isDecided
                || new Notation(judged.written(Side.LEFT, one), judged.written(Side.RIGHT, other))
                        .earns(strict, loose);
    }

    private boolean isUsual(ColumnProfile one, ColumnProfile other, Forms forms) {
        return glance.agreement(one, other, forms) >= USUAL_MIN;
    }

    private List<Forms> recounted(ColumnProfile one, ColumnProfile other) {
        List<Forms> forms = new ArrayList<>();
        for (Recounted.Numbers ours : numbers(Side.LEFT, one)) {
            for (Recounted.Numbers theirs : numbers(Side.RIGHT, other)) {
                Recounted.find(ours, theirs).ifPresent(forms::add);
            }
        }
        return forms;
    }

    /// The numbers of a column, with a unit behind them or without one; by either decimal mark
    /// where its cells do not tell.
    private List<Recounted.Numbers> numbers(Side side, ColumnProfile column) {
        return numbers.computeIfAbsent(
                side.word() + column.index(),
                _ -> {
                    if (column.type() instanceof ColumnType.Amount amount) {
                        return List.of(Recounted.numbers(amount, glance.written(side, column)));
                    }
                    return measured(side, column).stream()
                            .flatMap(unit ->
                                    Stream.of('.', ',')
                                            .map(mark ->
                                                    Recounted.numbers(
                                                            unit,
                                                            mark,
                                                            glance.written(side, column))))
                            .toList();
                });
    }

    private List<Forms> measured(ColumnProfile one, ColumnProfile other) {
        Optional<Measured> ours = measured(Side.LEFT, one);
        Optional<Measured> theirs = measured(Side.RIGHT, other);
        boolean isLeft = ours.isPresent() || one.type() instanceof ColumnType.Amount;
        boolean isRight = theirs.isPresent() || other.type() instanceof ColumnType.Amount;
        List<Forms> forms = new ArrayList<>();
        if (isTied() && isLeft && isRight && (ours.isPresent() || theirs.isPresent())) {
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

    /// Hours and minutes of one side against a number of the other.
    private List<Forms> durations(ColumnProfile one, ColumnProfile other) {
        if (!isTied()) {
            return List.of();
        }
        CellForm number = new CellForm(NormalForm.DECIMAL);
        if (other.type() instanceof ColumnType.Amount) {
            return Durations.of(one).stream().map(form -> new Forms(form, number)).toList();
        }
        return one.type() instanceof ColumnType.Amount
                ? Durations.of(other).stream().map(form -> new Forms(number, form)).toList()
                : List.of();
    }

    /// The unit of a column, looked for once.
    private Optional<Measured> measured(Side side, ColumnProfile column) {
        return units.computeIfAbsent(
                side.word() + column.index(), _ -> Measured.of(draft.sample(side), column));
    }

    /// Does a reference, or a key of words, set numbers side by side?
    private boolean isTied() {
        return isDecided || draft.isKeyed;
    }

    /// Are both columns numbers that are set side by side?
    boolean areNumbers(ColumnProfile one, ColumnProfile other) {
        return isTied()
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
