package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the columns whose values tie single entries together.
///
/// Row numbers of both files overlap fully and mean nothing, so a key must be borne out by another
/// column: entries that share it agree elsewhere far more often than entries paired by chance.
final class KeyFinder {
    private static final int HITS_MIN = 3;
    private static final double COMPLETE_SHARE_MIN = 0.05;
    private static final double BORNE_OUT_MIN = 0.25;

    /// A day as a part of the key must be borne out nearly always: payments of one account and day
    /// need not be one.
    private static final double DATED_NEAR_MIN = 0.9;

    /// A key that so many entries bear out is one: a difference in some of them makes no other
    /// column a better one.
    private static final double FULLY = 0.9;

    /// Of the many keys that hundreds of columns give, those that promise most are tried.
    private static final int KEYS_MAX = 100;

    /// A form that drops more must find so many more values of the other side: what it drops is
    /// then really written on one side alone.
    private static final double FORM_GAIN_MIN = 1.2;

    /// Where one column of codes tells nearly all entries apart, no second one is asked.
    static final double UNIQUE_ENOUGH = 0.95;

    private static final double NEAR_ENOUGH = 0.9;

    /// Where so many of the codes that are on both sides are written alike, marks are a part of
    /// them.
    private static final double USUALLY = 0.75;

    private static final double SHORT_MAX = 2;

    private final SampleSide left;
    private final SampleSide right;
    private final CodesBehind behind;
    private final PartedCodes parted;
    private final Quantities quantities;
    private final CommonAmounts amounts;
    private final CommonValues.ByForm common;

    KeyFinder(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
        this.behind = new CodesBehind(left, right);
        this.parted = new PartedCodes(left, right);
        this.quantities = new Quantities(left, right);
        this.amounts = new CommonAmounts(left, right);
        this.common = new CommonValues.ByForm(left, right, KeyFinder::values);
    }

    /// The key that is borne out best by another column, tells entries apart best, and has many
    /// values on both sides: one column, or several where no single one tells entries apart.
    Optional<Key> find() {
        List<Key> keys = new ArrayList<>();
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (isKey(one) && isKey(other) && mayTell(one, other)) {
                    add(keys, one, other);
                }
            }
        }
        if (keys.isEmpty()) {
            keys.addAll(behind.findUpToMarks());
        }
        Optional<Key> single = best(keys);
        if (single.filter(Key::isReference).filter(this::tellsApart).isPresent()) {
            return single;
        }
        List<Key> all = new ArrayList<>(new CompositeKeys(left, right).find());
        single.ifPresent(all::add);
        Optional<Key> best = best(all);
        // A reference in a text says more than a day.
        return best.filter(Key::isDated).isPresent() && findInText().isPresent() ? single : best;
    }

    /// Does a key tell nearly all entries apart, so that none of several columns and no sums need a
    /// look? A sample of a large file has few of the entries that share a value; so those that it
    /// pairs have to agree nearly always, too.
    boolean tellsApart(Key key) {
        return uniqueness(key) >= UNIQUE_ENOUGH
                && new KeyEvidence(left, right, key).agreement().near() >= NEAR_ENOUGH;
    }

    private boolean mayTell(ColumnProfile one, ColumnProfile other) {
        return one.isUnique() && other.isUnique() && !quantities.are(one, other);
    }

    private Optional<Key> best(List<Key> keys) {
        List<Key> promising =
                keys.stream()
                        .sorted(Comparator.comparingDouble(this::promise).reversed())
                        .limit(KEYS_MAX)
                        .toList();
        Optional<Key> best = Optional.empty();
        double most = 0;
        for (Key key : promising) {
            double promise = promise(key);
            if (FULLY * promise <= most) {
                break;
            }
            double score = Math.min(FULLY, borneOut(key)) * promise;
            if (score > most) {
                best = Optional.of(key);
                most = score;
            }
        }
        return best;
    }

    /// The score of a key that is fully borne out.
    private double promise(Key key) {
        double unique = uniqueness(key);
        return unique * unique * unique * (key.isReference() ? 2 : 1) * coverage(key);
    }

    /// The key of which one side has only a text that holds it.
    Optional<Key> findInText() {
        List<Key> keys = new ArrayList<>();
        int[][] inLeft = CitedValues.hits(right, left);
        int[][] inRight = CitedValues.hits(left, right);
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                Key.Part part = new Key.Part(one, other, NormalForm.CODE);
                addInText(keys, part, Side.RIGHT, inRight[other.index()][one.index()]);
                addInText(keys, part, Side.LEFT, inLeft[one.index()][other.index()]);
            }
        }
        return keys.stream().max(Comparator.comparingInt(Key::hits));
    }

    private void add(List<Key> keys, ColumnProfile one, ColumnProfile other) {
        NormalForm form = isText(one) || isText(other) ? NormalForm.WORDS : NormalForm.CODE;
        int hits = common.count(one, other, form);
        for (NormalForm looser : looser(one, other)) {
            int more = looser == form ? 0 : common.count(one, other, looser);
            if (more >= HITS_MIN && more > hits * FORM_GAIN_MIN) {
                form = looser;
                hits = more;
            }
        }
        if (form == NormalForm.CODE && hits >= HITS_MIN && parted.are(one, other)) {
            int same = common.count(one, other, NormalForm.EXACT);
            if (same >= hits * USUALLY) {
                form = NormalForm.EXACT;
                hits = same;
            }
        }
        int values = Math.min(left.distinct(one, form).size(), right.distinct(other, form).size());
        Optional<Key> prefixed = behind.find(one, other);
        if (prefixed.isPresent() && prefixed.get().hits() > hits * FORM_GAIN_MIN) {
            keys.add(prefixed.get());
        } else if (isEnough(hits, values)) {
            keys.add(Key.of(new Key.Part(one, other, form), Optional.empty(), hits));
        }
    }

    /// The values of each column, none where it can be no key.
    private static List<Set<String>> values(SampleSide sample, NormalForm form) {
        return sample.columns().stream()
                .map(column ->
                        column.isUnique() && isKey(column)
                                ? sample.distinct(column, form)
                                : Set.<String>of())
                .toList();
    }

    /// What may be dropped on one side alone: marks within a code, zeros in front, countries.
    private List<NormalForm> looser(ColumnProfile one, ColumnProfile other) {
        List<NormalForm> forms = new ArrayList<>();
        if (isText(one) != isText(other)) {
            forms.add(NormalForm.CODE);
        }
        if (left.isPadded(one) || right.isPadded(other)) {
            forms.add(NormalForm.NUMBER);
        }
        if (hasDecimals(one) || hasDecimals(other)) {
            forms.add(NormalForm.DECIMAL);
        }
        if (one.arePhones() || other.arePhones()) {
            forms.add(NormalForm.PHONE);
        }
        return forms;
    }

    /// Numbers that went through a program which knows no whole ones: `81000.0`.
    private static boolean hasDecimals(ColumnProfile column) {
        return column.type() instanceof ColumnType.Amount amount && amount.isMarkProved();
    }

    private void addInText(List<Key> keys, Key.Part part, Side in, int hits) {
        if (hits > 0 && isEnough(hits, part.column(in.other()).distinct())) {
            keys.add(Key.of(part, Optional.of(in), hits));
        }
    }

    /// Are these enough values on both sides to be no accident? A few of a large sample, a third of
    /// a tiny file.
    private boolean isEnough(int hits, int ofValues) {
        return isEnough(hits, ofValues, isComplete());
    }

    static boolean isEnough(int hits, int ofValues, boolean complete) {
        double share = complete ? COMPLETE_SHARE_MIN : 0;
        int enough = complete ? Math.clamp(ofValues / 3, 2, HITS_MIN) : HITS_MIN;
        return hits >= enough && hits >= ofValues * share;
    }

    private boolean isComplete() {
        return left.inspection().isComplete() && right.inspection().isComplete();
    }

    /// How many of the sampled entries the less telling side tells apart, 0 to 1: names repeat,
    /// references do not. Of a reference in a text, the reference alone.
    double telling(Key key) {
        return key.inText().map(text -> uniqueness(key, text.other())).orElse(uniqueness(key));
    }

    /// Does the key or the reference in texts tell nearly all entries apart?
    boolean tells(Ties ties) {
        return ties.key().or(ties::inText).filter(key -> telling(key) >= NEAR_ENOUGH).isPresent();
    }

    private double uniqueness(Key key) {
        return Math.min(uniqueness(key, Side.LEFT), uniqueness(key, Side.RIGHT));
    }

    private double uniqueness(Key key, Side side) {
        if (key.parts().size() == 1) {
            ColumnProfile column = key.first().column(side);
            return (double) column.distinct() / column.filled();
        }
        return CompositeKeys.uniqueness(key.values(side == Side.LEFT ? left : right, side));
    }

    /// How many values were found on both sides; in partial samples most of that is luck. Values
    /// that are too short to count (the first of running numbers) are taken to be found as often as
    /// the others.
    private double coverage(Key key) {
        double hits = key.hits() * Math.min(SHORT_MAX, tooShort(key));
        return isComplete() ? hits : Math.sqrt(hits);
    }

    /// How many values there are for each that counts, on the side with fewer.
    private double tooShort(Key key) {
        if (key.parts().size() > 1 || key.inText().isPresent()) {
            return 1;
        }
        return Stream.of(Side.values())
                .mapToDouble(side ->
                        (double) key.first().column(side).distinct()
                                / Math.max(1, behind.meaningful(key.first(), side).size()))
                .min()
                .orElse(1);
    }

    private double borneOut(Key key) {
        KeyEvidence.Agreement found = new KeyEvidence(left, right, key).agreement();
        boolean isNear = !key.isDated() || found.near() >= DATED_NEAR_MIN;
        if (isNear && found.beyondChance() >= BORNE_OUT_MIN) {
            return found.beyondChance();
        }
        return new PlainKey(left, right, key, amounts).isEvident() ? BORNE_OUT_MIN : 0;
    }

    /// May single entries be told apart by this column? Not by the time that something took.
    static boolean isKey(ColumnProfile column) {
        return switch (column.type()) {
            case ColumnType.Code _ -> !column.isClock();
            case ColumnType.Text _ -> true;
            case ColumnType.Amount(_, _, _, double fractions) -> fractions == 0;
            case ColumnType.Empty _, ColumnType.Date _, ColumnType.Currency _ -> false;
        };
    }

    /// May texts of the other side cite its values? Codes, also with blanks between their parts.
    static boolean isReference(ColumnProfile column) {
        return column.isUnique() && (isText(column) ? column.areSpacedCodes() : isKey(column));
    }

    static boolean isText(ColumnProfile column) {
        return column.type() instanceof ColumnType.Text;
    }
}
