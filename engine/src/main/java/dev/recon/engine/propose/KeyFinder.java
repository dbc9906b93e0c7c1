package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the columns whose values tie single entries together.
///
/// Row numbers of both files overlap fully and mean nothing, so a key must be borne out by another
/// column: entries that share it agree elsewhere far more often than entries paired by chance.
final class KeyFinder {
    private static final int HITS_MIN = 3;
    private static final double COMPLETE_SHARE_MIN = 0.05;
    private static final double BORNE_OUT_MIN = 0.25;
    private static final int VALUE_LENGTH_MIN = 3;

    private final SampleSide left;
    private final SampleSide right;

    KeyFinder(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
    }

    /// The key with the most values on both sides that is borne out by another column.
    Optional<Key> find() {
        List<Key> keys = new ArrayList<>();
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (one.isUnique() && other.isUnique() && isKey(one) && isKey(other)) {
                    add(keys, one, other);
                }
            }
        }
        keys.sort(Comparator.comparingInt(Key::hits).reversed());
        return keys.stream().filter(this::isBorneOut).findFirst();
    }

    /// The key of which one side has only a text that holds it.
    Optional<Key> findInText() {
        List<Key> keys = new ArrayList<>();
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (isReference(one) && isText(other)) {
                    addInText(keys, one, other, Side.RIGHT);
                }
                if (isText(one) && isReference(other)) {
                    addInText(keys, one, other, Side.LEFT);
                }
            }
        }
        return keys.stream().max(Comparator.comparingInt(Key::hits));
    }

    /// How many entries of a text column hold a value of a reference column of the other side.
    int hitsInText(ColumnProfile reference, SampleSide of, ColumnProfile text, SampleSide in) {
        Set<String> values = distinct(of.values(reference, NormalForm.CODE));
        values.removeIf(value -> value.chars().noneMatch(Character::isDigit));
        int hits = 0;
        for (int row = 0; row < in.rows(); row++) {
            hits += Tokens.of(in.cell(row, text)).stream().anyMatch(values::contains) ? 1 : 0;
        }
        return hits;
    }

    private void add(List<Key> keys, ColumnProfile one, ColumnProfile other) {
        boolean text = isText(one) || isText(other);
        NormalForm form = text ? NormalForm.WORDS : NormalForm.CODE;
        Set<String> values = distinct(left.values(one, form));
        int ofLeft = values.size();
        Set<String> others = distinct(right.values(other, form));
        int smaller = Math.min(ofLeft, others.size());
        values.retainAll(others);
        if (isEnough(values.size(), smaller)) {
            keys.add(new Key(one, other, form, Optional.empty(), values.size()));
        }
    }

    private void addInText(List<Key> keys, ColumnProfile one, ColumnProfile other, Side in) {
        int hits =
                in == Side.RIGHT
                        ? hitsInText(one, left, other, right)
                        : hitsInText(other, right, one, left);
        ColumnProfile reference = in == Side.RIGHT ? one : other;
        if (isEnough(hits, reference.distinct())) {
            keys.add(new Key(one, other, NormalForm.CODE, Optional.of(in), hits));
        }
    }

    private boolean isEnough(int hits, int ofValues) {
        boolean complete = left.inspection().isComplete() && right.inspection().isComplete();
        double share = complete ? COMPLETE_SHARE_MIN : 0;
        return hits >= HITS_MIN && hits >= ofValues * share;
    }

    private boolean isBorneOut(Key key) {
        RowPairs pairs =
                RowPairs.byValue(
                        left.values(key.left(), key.form()), right.values(key.right(), key.form()));
        RowPairs byChance = pairs.shifted();
        boolean comparable = false;
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (one.index() == key.left().index() || other.index() == key.right().index()) {
                    continue;
                }
                Optional<Values> values = values(one, other);
                if (values.isEmpty()) {
                    continue;
                }
                comparable = true;
                double agreement = pairs.agreement(values.get().left, values.get().right);
                double chance = byChance.agreement(values.get().left, values.get().right);
                if (agreement - Math.max(0, chance) >= BORNE_OUT_MIN) {
                    return true;
                }
            }
        }
        return !comparable;
    }

    private record Values(String[] left, String[] right) {}

    /// The values of two columns in a common form, where they are of one type.
    private Optional<Values> values(ColumnProfile one, ColumnProfile other) {
        if (one.type() instanceof ColumnType.Amount(char mark, _, _, _)
                && other.type() instanceof ColumnType.Amount(char otherMark, _, _, _)) {
            return Optional.of(
                    new Values(
                            magnitudes(left.amounts(one, mark)),
                            magnitudes(right.amounts(other, otherMark))));
        }
        if (one.type() instanceof ColumnType.Date ours
                && other.type() instanceof ColumnType.Date theirs) {
            return Optional.of(
                    new Values(
                            days(left.dates(one, ours.patterns().getFirst())),
                            days(right.dates(other, theirs.patterns().getFirst()))));
        }
        boolean texts = isWords(one) && isWords(other);
        return texts
                ? Optional.of(
                        new Values(
                                left.values(one, NormalForm.WORDS),
                                right.values(other, NormalForm.WORDS)))
                : Optional.empty();
    }

    private static String[] magnitudes(long[] units) {
        return Arrays.stream(units)
                .mapToObj(unit -> unit == Long.MIN_VALUE ? "" : String.valueOf(Math.abs(unit)))
                .toArray(String[]::new);
    }

    private static String[] days(int[] days) {
        return Arrays.stream(days)
                .mapToObj(day -> day == Integer.MIN_VALUE ? "" : String.valueOf(day))
                .toArray(String[]::new);
    }

    private static boolean isWords(ColumnProfile column) {
        return column.type() instanceof ColumnType.Text || column.type() instanceof ColumnType.Code;
    }

    /// May single entries be told apart by this column?
    private static boolean isKey(ColumnProfile column) {
        return switch (column.type()) {
            case ColumnType.Code _, ColumnType.Text _ -> true;
            case ColumnType.Amount(_, _, _, double fractions) -> fractions == 0;
            case ColumnType.Empty _, ColumnType.Date _, ColumnType.Currency _ -> false;
        };
    }

    private static boolean isReference(ColumnProfile column) {
        return column.isUnique() && isKey(column) && !isText(column);
    }

    private static boolean isText(ColumnProfile column) {
        return column.type() instanceof ColumnType.Text;
    }

    private static Set<String> distinct(String[] values) {
        Set<String> distinct = new HashSet<>(Arrays.asList(values));
        distinct.removeIf(value -> value.length() < VALUE_LENGTH_MIN);
        return distinct;
    }
}
