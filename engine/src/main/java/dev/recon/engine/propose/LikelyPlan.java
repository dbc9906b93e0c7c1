package dev.recon.engine.propose;

import dev.recon.engine.probable.Likeness;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Decides where the probable pass belongs, and by which fields.
///
/// A reference decides by itself, and what it leaves of two ledgers is seldom for one field more.
/// But where texts are all that ties entries together, or where two tables hold no money, every
/// field is evidence: there the pass stands alone, or behind the pass by the common reference.
final class LikelyPlan {
    private static final int ROWS_MIN = 100;
    private static final double PAIRED_MIN = 0.1;
    private static final int FIELDS_MIN = 2;
    private static final int FIELDS_MAX = 12;
    private static final double OVERLAP_MIN = 0.5;
    private static final double NAMED_OVERLAP_MIN = 0.05;
    private static final int PAIRS_MAX = 1_000;
    private static final double ALIKE = 0.6;
    private static final double BEYOND_CHANCE_MIN = 0.1;
    private static final double EQUAL_MIN = 0.02;
    private static final double TELLING_MIN = 0.5;
    private static final double COMPARED_MIN = 0.8;
    private static final String NAME = "most-likely";

    private final Draft draft;
    private final Optional<Key> key;
    private final boolean isLoose;
    private final Likeness likeness = new Likeness();
    private boolean isJoined;

    /// The plan, when it has mapped what it needs.
    static LikelyPlan mapped(Draft draft, Ties ties) {
        LikelyPlan plan = new LikelyPlan(draft, ties);
        plan.mapMore();
        return plan;
    }

    private LikelyPlan(Draft draft, Ties ties) {
        this.draft = draft;
        this.key = ties.key();
        this.isLoose = ties.isLoose();
    }

    /// Is every field of these files evidence, because no reference decides? Two columns that only
    /// together are a key leave entries that one of them, the day and the amount may still tell.
    private boolean isWanted() {
        boolean reference = key.isPresent() && key.get().isReference();
        boolean several = key.isPresent() && key.get().parts().size() > 1;
        boolean coarse = several && !key.get().isDated() && draft.isShared(Table.DATE);
        boolean money = draft.isShared(Table.AMOUNT);
        return isEnough()
                && !draft.isGrouped
                && draft.repeated.isEmpty()
                && (!money
                        || isJoined
                        || isRepeating()
                        || (key.isPresent() && (!reference || coarse)));
    }

    /// Do the same amounts come again and again, as fees do, so that they tie hardly any entry to
    /// one of the other side? Then it takes more than them and the day.
    private boolean isRepeating() {
        int rows = Math.min(draft.left.rows(), draft.right.rows());
        boolean money = draft.isShared(Table.AMOUNT);
        return money && isLoose && draft.isComplete() && draft.pairs.count() < rows * PAIRED_MIN;
    }

    private boolean isEnough() {
        return Math.min(draft.left.rows(), draft.right.rows()) >= ROWS_MIN;
    }

    /// Maps a text that says what columns of the other side say together, where nothing or nothing
    /// but amounts ties entries together. Where nothing is counted these are names, whichever part
    /// comes first.
    private void mapJoined() {
        boolean isUncounted = key.isEmpty() && !draft.isShared(Table.AMOUNT);
        boolean free =
                !draft.leftFields.containsKey(Table.TEXT)
                        && !draft.rightFields.containsKey(Table.TEXT);
        Optional<JoinedText> found =
                (isLoose || isUncounted) && free && isEnough() && !draft.isGrouped
                        ? JoinedText.find(draft)
                        : Optional.empty();
        found.ifPresent(text -> {
            isJoined = true;
            draft.map(
                    Table.TEXT,
                    text.mapped(isUncounted ? NormalForm.PERSON : NormalForm.WORDS),
                    OptionalDouble.empty(),
                    "the same words in several columns of the other side");
        });
    }

    private record Alike(ColumnProfile left, ColumnProfile right, double overlap) {}

    /// Maps the columns that are called alike on both sides, and without any key also those that
    /// have most values or words in common, the most alike first: they are evidence, although
    /// single values decide nothing.
    private void mapMore() {
        mapJoined();
        if (!isWanted()) {
            return;
        }
        List<Alike> alike = new ArrayList<>();
        for (ColumnProfile left : draft.left.columns()) {
            for (ColumnProfile right : draft.right.columns()) {
                boolean free = draft.isFree(Side.LEFT, left) && draft.isFree(Side.RIGHT, right);
                if (free && isText(left) && isText(right) && isLike(left, right)) {
                    alike.add(new Alike(left, right, overlap(left, right)));
                }
            }
        }
        alike.sort(Comparator.comparingDouble(Alike::overlap).reversed());
        for (Alike columns : alike) {
            if (draft.isFree(Side.LEFT, columns.left) && draft.isFree(Side.RIGHT, columns.right)) {
                map(columns.left, columns.right);
            }
        }
    }

    private boolean isLike(ColumnProfile left, ColumnProfile right) {
        boolean named =
                !Role.words(left.name()).isEmpty()
                        && Role.words(left.name()).equals(Role.words(right.name()));
        if (left.distinct() < 2 || right.distinct() < 2) {
            return false;
        }
        return key.isPresent()
                ? named && isBorneOut(left, right)
                : !numbersRows(left)
                        && !numbersRows(right)
                        && overlap(left, right) >= (named ? NAMED_OVERLAP_MIN : OVERLAP_MIN);
    }

    /// Is every cell filled and different from all others? Such numbers of rows mean nothing to the
    /// other side.
    private static boolean numbersRows(ColumnProfile column) {
        return column.distinct() == column.filled() && !KeyFinder.isText(column);
    }

    /// Are the values of paired entries more alike than those of others? Numbers of rows may be
    /// alike by their making: they are no evidence unless some are equal.
    private boolean isBorneOut(ColumnProfile left, ColumnProfile right) {
        RowPairs pairs = draft.pairs.first(PAIRS_MAX);
        boolean numbers = numbersRows(left) && numbersRows(right);
        double equal = pairs.share((a, b) -> likeness(a, left, b, right) == 1);
        double alike = pairs.share((a, b) -> likeness(a, left, b, right) >= ALIKE);
        double byChance = pairs.shifted().share((a, b) -> likeness(a, left, b, right) >= ALIKE);
        return alike - byChance >= BEYOND_CHANCE_MIN && (!numbers || equal > EQUAL_MIN);
    }

    /// How alike two cells are; 0 when one is empty.
    private double likeness(int row, ColumnProfile left, int otherRow, ColumnProfile right) {
        String one = draft.left.words(row, left);
        String other = draft.right.words(otherRow, right);
        return one.isEmpty() || other.isEmpty() ? 0 : likeness.of(one, other);
    }

    /// How many of the values of the column with fewer ones the other has too; of texts also how
    /// many of the words, which may stand in another order.
    private double overlap(ColumnProfile left, ColumnProfile right) {
        NormalForm form = form(left, right);
        double values = overlap(draft.left.distinct(left, form), draft.right.distinct(right, form));
        boolean texts = KeyFinder.isText(left) && KeyFinder.isText(right);
        return texts
                ? Math.max(
                        values, overlap(draft.left.vocabulary(left), draft.right.vocabulary(right)))
                : values;
    }

    private static double overlap(Set<String> ours, Set<String> theirs) {
        long common = ours.stream().filter(theirs::contains).count();
        return (double) common / Math.max(1, Math.min(ours.size(), theirs.size()));
    }

    private void map(ColumnProfile left, ColumnProfile right) {
        NormalForm form = form(left, right);
        draft.map(
                OwnFields.free(draft, left.name()),
                Draft.Mapped.both(
                        new FieldSource.Text(left.name(), form),
                        new FieldSource.Text(right.name(), form)),
                OptionalDouble.empty(),
                "the same kind of values on both sides");
    }

    private static NormalForm form(ColumnProfile left, ColumnProfile right) {
        boolean code =
                left.type() instanceof ColumnType.Code && right.type() instanceof ColumnType.Code;
        return code ? NormalForm.CODE : NormalForm.WORDS;
    }

    private boolean isText(ColumnProfile column) {
        return switch (column.type()) {
            case ColumnType.Code _, ColumnType.Text _, ColumnType.Date _ -> true;
            case ColumnType.Amount _ -> !draft.isShared(Table.AMOUNT);
            case ColumnType.Currency _, ColumnType.Empty _ -> false;
        };
    }

    /// The passes with the probable one in its place, where it has one.
    List<Pass> with(List<Pass> passes) {
        List<String> fields = fields();
        boolean many = !isRepeating() || isJoined || fields.size() > FIELDS_MIN;
        if (!isWanted() || !many || fields.size() < FIELDS_MIN) {
            return passes;
        }
        boolean alone = key.isEmpty() ? !isJoined || passes.size() == 1 : !key.get().isReference();
        List<Pass> all = new ArrayList<>(alone ? List.of() : passes);
        all.add(
                new Pass.Probable(
                        NAME,
                        List.of(),
                        fields,
                        List.of(),
                        Pass.Probable.PRECISION,
                        Pass.Probable.FLOOR));
        return all;
    }

    /// What must agree inside a match, with the texts that tell entries apart: a likely match may
    /// differ in these, too, and somebody should know.
    List<Comparison> compared(List<Comparison> compare, List<Pass> passes) {
        List<Comparison> all = new ArrayList<>(compare);
        if (passes.stream().anyMatch(Pass.Probable.class::isInstance)) {
            fields().stream()
                    .filter(field -> compare.stream().noneMatch(by -> by.field().equals(field)))
                    .filter(this::isTelling)
                    .forEach(field -> all.add(new Comparison(field, DayWindow.ANY)));
        }
        return all;
    }

    /// Do most entries of one side have a text of their own, which the other side has, too?
    private boolean isTelling(String field) {
        if (!(sourceOf(field) instanceof FieldSource.Text)) {
            return false;
        }
        String[] ours = new FieldValues(draft, Side.LEFT).texts(field);
        String[] theirs = new FieldValues(draft, Side.RIGHT).texts(field);
        Set<String> values = CompositeKeys.filled(ours);
        Set<String> others = CompositeKeys.filled(theirs);
        double hits = CommonValues.of(values, others);
        return Math.min(CompositeKeys.uniqueness(ours), CompositeKeys.uniqueness(theirs))
                        >= TELLING_MIN
                && hits >= COMPARED_MIN * Math.min(values.size(), others.size());
    }

    private FieldSource sourceOf(String field) {
        return Objects.requireNonNull(draft.leftFields.get(field)).understood();
    }

    /// What both sides map, but for the currency, which must be the same anyway.
    private List<String> fields() {
        return draft.leftFields.keySet().stream()
                .filter(draft::isShared)
                .filter(field -> !field.equals(Table.CURRENCY))
                .limit(FIELDS_MAX)
                .toList();
    }
}
