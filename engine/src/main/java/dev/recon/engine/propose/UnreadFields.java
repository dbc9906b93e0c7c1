package dev.recon.engine.propose;

import dev.recon.engine.propose.PairCells.Forms;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Compares the columns that nothing else reads, where paired entries show that both sides say the
/// same in them: a quantity with another decimal mark, an account behind the number of a branch, a
/// code that nearly all entries have.
///
/// No pass asks for them, so they tie and part no entries: all that they can say is a difference.
/// They agree in nearly all pairs, and that is no chance: of the agreement that chance leaves open,
/// most is there (Cohen's kappa).
///
/// @param pairs entries that surely belong together
record UnreadFields(Draft draft, RowPairs pairs) {
    private static final double AGREEMENT_MIN = 0.95;
    private static final double KAPPA_MIN = 0.8;

    /// So many pairs have to differ by chance: in fewer a column shows nothing but its one value.
    private static final int TELLING_MIN = 10;

    /// A form must agree in this much more of the pairs than one before it.
    private static final double FORM_MARGIN = 0.01;

    private static final int PAIRS_MIN = 20;
    private static final int PAIRS_MAX = 1_000;
    private static final int GLANCE = 100;
    private static final int FIELDS_MAX = 20;

    /// So many columns of a side are enough; a file may have hundreds.
    private static final int COLUMNS_MAX = 20;

    /// For what was mapped: by the reference, or by all that the passes ask for together.
    static UnreadFields of(Draft draft) {
        RowPairs all =
                draft.isDecided
                        ? draft.pairs
                        : RowPairs.byValue(values(draft, Side.LEFT), values(draft, Side.RIGHT));
        return new UnreadFields(draft, all.count() > draft.pairs.count() ? all : draft.pairs);
    }

    /// What each entry has in the fields of both sides, empty where it lacks one.
    private static String[] values(Draft draft, Side side) {
        String[] values = new String[draft.sample(side).rows()];
        Arrays.fill(values, "\n");
        FieldValues mapped = new FieldValues(draft, side);
        draft.leftFields.keySet().stream()
                .filter(draft::isShared)
                .filter(field -> !field.equals(Table.DATE) || draft.isSameDay)
                .filter(field -> !field.equals(Table.TIME) && !field.equals(Table.CURRENCY))
                .map(field -> field.equals(Table.AMOUNT) ? sizes(draft, side) : mapped.texts(field))
                .filter(texts -> texts.length == values.length)
                .forEach(texts ->
                        Arrays.setAll(
                                values,
                                row ->
                                        values[row].isEmpty() || texts[row].isEmpty()
                                                ? ""
                                                : values[row] + texts[row] + "\n"));
        return values;
    }

    private static String[] sizes(Draft draft, Side side) {
        return Arrays.stream(draft.units(side))
                .mapToObj(units -> units == Long.MIN_VALUE ? "" : Long.toString(Math.abs(units)))
                .toArray(String[]::new);
    }

    private record Candidate(
            ColumnProfile left, ColumnProfile right, Forms forms, double agreement) {}

    /// Maps them, and says that they must agree.
    List<Comparison> map() {
        if (pairs.count() < PAIRS_MIN) {
            return List.of();
        }
        List<String> fields = new ArrayList<>(mapFormed());
        new PrefixedCodes(draft, pairs).mapSpaced().forEach(own -> fields.add(own.field()));
        new CodeTables(draft, pairs).mapNumbers().forEach(own -> fields.add(own.field()));
        return fields.stream().map(field -> new Comparison(field, DayWindow.ANY)).toList();
    }

    private List<String> mapFormed() {
        PairCells glance = new PairCells(draft, pairs.first(GLANCE));
        PairCells judged = new PairCells(draft, pairs.first(PAIRS_MAX));
        PossibleForms possible = new PossibleForms(draft, true, glance, judged);
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnProfile one : unread(Side.LEFT)) {
            for (ColumnProfile other : unread(Side.RIGHT)) {
                judge(new Judged(possible, glance, judged), one, other).ifPresent(candidates::add);
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::agreement).reversed());
        return candidates.stream().limit(FIELDS_MAX).flatMap(found -> map(found).stream()).toList();
    }

    private List<ColumnProfile> unread(Side side) {
        return draft.sample(side).columns().stream()
                .filter(column -> draft.isFree(side, column) && column.distinct() > 1)
                .filter(column ->
                        !(column.type() instanceof ColumnType.Empty
                                || column.type() instanceof ColumnType.Date))
                .limit(COLUMNS_MAX)
                .toList();
    }

    private record Judged(PossibleForms possible, PairCells glance, PairCells cells) {}

    private Optional<Candidate> judge(Judged by, ColumnProfile one, ColumnProfile other) {
        Candidate best = null;
        for (Forms forms : by.possible.of(one, other)) {
            if (by.glance.agreement(one, other, forms) < AGREEMENT_MIN / 2) {
                continue;
            }
            double agreement = by.cells.agreement(one, other, forms);
            double open = 1 - Math.max(0, by.cells.byChance(one, other, forms));
            boolean isTelling =
                    open * filled(one, other) >= TELLING_MIN
                            && 1 - agreement <= (1 - KAPPA_MIN) * open;
            boolean isBetter =
                    best == null
                            || (agreement > best.agreement + FORM_MARGIN
                                    && by.possible.earns(one, other, best.forms, forms));
            if (agreement >= AGREEMENT_MIN && isTelling && isBetter) {
                best = new Candidate(one, other, forms, agreement);
            }
        }
        return Optional.ofNullable(best);
    }

    /// How many of the judged pairs have both cells.
    private long filled(ColumnProfile one, ColumnProfile other) {
        RowPairs some = pairs.first(PAIRS_MAX);
        return IntStream.range(0, some.count())
                .filter(pair -> !draft.left.cell(some.left()[pair], one).isEmpty())
                .filter(pair -> !draft.right.cell(some.right()[pair], other).isEmpty())
                .count();
    }

    private Optional<String> map(Candidate found) {
        if (!draft.isFree(Side.LEFT, found.left) || !draft.isFree(Side.RIGHT, found.right)) {
            return Optional.empty();
        }
        String field = OwnFields.free(draft, found.left.name());
        FieldSource ours = found.forms.left().source(found.left.name());
        FieldSource theirs = found.forms.right().source(found.right.name());
        draft.map(
                field,
                Draft.Mapped.both(ours, theirs),
                OptionalDouble.of(found.agreement),
                OwnFields.why(found.forms));
        return Optional.of(field);
    }
}
