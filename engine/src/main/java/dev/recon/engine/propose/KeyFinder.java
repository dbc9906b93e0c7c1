package dev.recon.engine.propose;

import dev.recon.engine.propose.RowPairs.Nearness;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
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
    private static final int TEXTS_MAX = 50_000;
    private static final int PAIRS_MAX = 500;
    private static final int NEAR_DAYS = 5;
    private static final double NEAR_SHARE = 0.05;

    private final SampleSide left;
    private final SampleSide right;

    KeyFinder(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
    }

    /// The key that is borne out best by another column, tells entries apart best, and has many
    /// values on both sides.
    Optional<Key> find() {
        List<Key> keys = new ArrayList<>();
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (one.isUnique() && other.isUnique() && isKey(one) && isKey(other)) {
                    add(keys, one, other);
                }
            }
        }
        Optional<Key> best = Optional.empty();
        double most = 0;
        for (Key key : keys) {
            double score = borneOut(key) * uniqueness(key) * coverage(key);
            if (score > most) {
                best = Optional.of(key);
                most = score;
            }
        }
        return best;
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
        Set<String> values = of.distinct(reference, NormalForm.CODE);
        IntSummaryStatistics lengths = values.stream().mapToInt(String::length).summaryStatistics();
        int hits = 0;
        for (int row = 0; row < Math.min(in.rows(), TEXTS_MAX); row++) {
            for (String token : Tokens.of(in.cell(row, text), lengths.getMin(), lengths.getMax())) {
                if (values.contains(token)) {
                    hits++;
                    break;
                }
            }
        }
        return hits;
    }

    private void add(List<Key> keys, ColumnProfile one, ColumnProfile other) {
        boolean text = isText(one) || isText(other);
        NormalForm form = text ? NormalForm.WORDS : NormalForm.CODE;
        Set<String> values = left.distinct(one, form);
        Set<String> others = right.distinct(other, form);
        int hits = (int) values.stream().filter(others::contains).count();
        if (isEnough(hits, Math.min(values.size(), others.size()))) {
            keys.add(new Key(one, other, form, Optional.empty(), hits));
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

    /// Are these enough values on both sides to be no accident? A few of a large sample, a third of
    /// a tiny file.
    private boolean isEnough(int hits, int ofValues) {
        boolean complete = left.inspection().isComplete() && right.inspection().isComplete();
        double share = complete ? COMPLETE_SHARE_MIN : 0;
        int enough = complete ? Math.clamp(ofValues / 3, 2, HITS_MIN) : HITS_MIN;
        return hits >= enough && hits >= ofValues * share;
    }

    /// How many of the sampled entries the less telling of both columns tells apart, cubed: names
    /// repeat, references do not. Codes count twice, because they are made to be keys.
    private static double uniqueness(Key key) {
        double left = (double) key.left().distinct() / key.left().filled();
        double right = (double) key.right().distinct() / key.right().filled();
        double less = Math.min(left, right);
        return less * less * less * (key.form() == NormalForm.CODE ? 2 : 1);
    }

    /// How many values were found on both sides; in partial samples most of that is luck.
    private double coverage(Key key) {
        boolean complete = left.inspection().isComplete() && right.inspection().isComplete();
        return complete ? key.hits() : Math.sqrt(key.hits());
    }

    /// How far beyond chance another column agrees in entries that share the key, 0 to 1; 1 when
    /// there is no other column to compare.
    private double borneOut(Key key) {
        RowPairs pairs =
                RowPairs.byValue(
                                left.values(key.left(), key.form()),
                                right.values(key.right(), key.form()))
                        .first(PAIRS_MAX);
        RowPairs byChance = pairs.shifted();
        boolean comparable = false;
        double most = 0;
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (one.index() == key.left().index() || other.index() == key.right().index()) {
                    continue;
                }
                Optional<Nearness> nearness = nearness(one, other);
                if (nearness.isPresent()) {
                    comparable = true;
                    double near = pairs.share(nearness.get());
                    most = Math.max(most, near - byChance.share(nearness.get()));
                }
            }
        }
        double enough = most >= BORNE_OUT_MIN ? most : 0;
        return comparable ? enough : 1;
    }

    /// How two columns of one type agree: equal words, days near each other, amounts nearly equal.
    private Optional<Nearness> nearness(ColumnProfile one, ColumnProfile other) {
        if (one.type() instanceof ColumnType.Amount(char mark, _, _, _)
                && other.type() instanceof ColumnType.Amount(char otherMark, _, _, _)) {
            long[] ours = left.amounts(one, mark);
            long[] theirs = right.amounts(other, otherMark);
            return Optional.of((a, b) -> isNear(ours[a], theirs[b]));
        }
        if (one.type() instanceof ColumnType.Date ours
                && other.type() instanceof ColumnType.Date theirs) {
            int[] days = left.dates(one, ours.patterns().getFirst());
            int[] others = right.dates(other, theirs.patterns().getFirst());
            return Optional.of((a, b) -> Math.abs((long) days[a] - others[b]) <= NEAR_DAYS);
        }
        return isWords(one) && isWords(other)
                ? Optional.of((a, b) -> isSame(left.words(a, one), right.words(b, other)))
                : Optional.empty();
    }

    private static boolean isSame(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private static boolean isNear(long one, long other) {
        double larger = Math.max(Math.abs((double) one), Math.abs((double) other));
        double apart = Math.abs(Math.abs((double) one) - Math.abs((double) other));
        return one != Long.MIN_VALUE && other != Long.MIN_VALUE && apart <= larger * NEAR_SHARE;
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
}
