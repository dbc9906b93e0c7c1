package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the amount of each side, its decimal mark, and whether the sides use opposite signs.
final class AmountFinder {
    private static final double COMMON_WEIGHT = 3;
    private static final double COMMON_MIN = 0.1;
    private static final int PAIRS_MIN = 5;

    /// How many decimals the smallest units have of currencies that have any.
    private static final Set<Integer> SMALL_UNITS = Set.of(2, 3);

    private static final double USUAL_MIN = 0.75;
    private static final double EXACT_MAX = 0.5;
    private static final double ROUNDED_MIN = 0.8;
    private static final int JUDGED_MIN = 20;
    private static final double LIKE_REACH = 0.3;
    private static final double LIKE_MIN = 0.2;

    private final Draft draft;
    private final DecimalMarks marks;

    AmountFinder(Draft draft) {
        this.draft = draft;
        this.marks = new DecimalMarks(draft);
    }

    /// The amounts of both sides.
    record Choice(Found left, Found right) {
        /// Is there an amount that both sides have?
        boolean hasCommon() {
            return !Collections.disjoint(magnitudes(left.units()), magnitudes(right.units()));
        }

        /// How many of the entries have an amount that the other side has too, 0 to 1.
        private double common() {
            int entries = Math.min(left.units().length, right.units().length);
            return AmountFinder.common(
                    magnitudes(left.units()), magnitudes(right.units()), entries);
        }

        /// Have so many lines of both sides an amount that it may be asked of each?
        boolean isUsual() {
            return left.isFull(USUAL_MIN) && right.isFull(USUAL_MIN);
        }

        /// In how many of some pairs both amounts are the same, whatever their signs; nothing is
        /// the same as nothing in every unit, and does not count.
        double same(RowPairs pairs) {
            long[] ours = left.units();
            long[] theirs = right.units();
            return pairs.share(
                    (a, b) -> AmountColumns.isFilled(ours[a]) && AmountColumns.isFilled(theirs[b]),
                    (a, b) -> Math.abs(ours[a]) == Math.abs(theirs[b]));
        }
    }

    /// The amount of each side: of all that may be one, the two that have most values in common,
    /// and the likeliest by themselves where that does not tell.
    Optional<Choice> find() {
        Choice best = null;
        double most = 0;
        List<Found> ours = marks.with(Side.LEFT, new AmountColumns(draft, Side.LEFT).find());
        List<Found> theirs = marks.with(Side.RIGHT, new AmountColumns(draft, Side.RIGHT).find());
        List<Found> rights = withSmallUnits(Side.RIGHT, theirs, ours);
        List<Set<Long>> others = rights.stream().map(right -> magnitudes(right.units())).toList();
        for (Found left : withSmallUnits(Side.LEFT, ours, theirs)) {
            Set<Long> values = magnitudes(left.units());
            for (int at = 0; at < rights.size(); at++) {
                Found right = rights.get(at);
                int entries = Math.min(left.units().length, right.units().length);
                double score =
                        COMMON_WEIGHT * common(values, others.get(at), entries)
                                + left.likelihood()
                                + right.likelihood();
                if (score > most && !(countsHundredths(left) && countsHundredths(right))) {
                    best = new Choice(left, right);
                    most = score;
                }
            }
        }
        Optional<Choice> found = Optional.ofNullable(best);
        return found.filter(choice -> choice.common() >= COMMON_MIN)
                .or(() -> new TogetherFinder(draft).findByValues())
                .or(() -> found)
                .map(this::asked);
    }

    /// Where both sides would, it is for the decimals of other columns.
    private static boolean countsHundredths(Found found) {
        return found.shape() instanceof AmountShape.Hundredths;
    }

    /// The amounts, after asking where a mark is in doubt.
    Choice asked(Choice found) {
        return new Choice(marks.asked(Side.LEFT, found.left), marks.asked(Side.RIGHT, found.right));
    }

    /// The amounts, and whole numbers also as hundredths, or as the smallest units of currencies,
    /// where the other side has decimals.
    private List<Found> withSmallUnits(Side side, List<Found> found, List<Found> others) {
        if (others.stream().noneMatch(other -> SMALL_UNITS.contains(other.decimals()))) {
            return found;
        }
        List<Found> all = new ArrayList<>(found);
        AmountColumns columns = new AmountColumns(draft, side);
        MinorUnits minor = new MinorUnits(draft.sample(side));
        Stream.concat(columns.all().stream(), columns.padded().stream())
                .filter(whole -> whole.decimals() == 0)
                .forEach(whole -> {
                    all.add(whole.inHundredths());
                    all.addAll(minor.of(whole));
                });
        return all;
    }

    /// How many of the entries have an amount that the other side has too, 0 to 1.
    private static double common(Set<Long> ours, Set<Long> theirs, int entries) {
        long both = ours.stream().filter(theirs::contains).count();
        return (double) both / Math.max(1, entries);
    }

    private static Set<Long> magnitudes(long[] units) {
        Set<Long> magnitudes = new HashSet<>();
        for (long unit : units) {
            if (AmountColumns.isFilled(unit)) {
                magnitudes.add(Math.abs(unit));
            }
        }
        return magnitudes;
    }

    /// The amounts as paired entries show them: which columns, in which unit, of how many columns
    /// together, and with how many decimals.
    Choice judged(Choice found) {
        return asked(rounded(together(scaled(borneOut(found)))));
    }

    /// The amounts that paired entries bear out. Where those that look like money have nothing to
    /// do with each other, such as a price and a quantity, these are two columns of numbers that
    /// agree in most pairs, if there are such; those of the key itself only where no others do.
    private Choice borneOut(Choice found) {
        if (draft.pairs.count() < JUDGED_MIN) {
            return found;
        }
        AmountColumns ours = new AmountColumns(draft, Side.LEFT);
        AmountColumns theirs = new AmountColumns(draft, Side.RIGHT);
        if (likeness(found, LIKE_REACH) >= LIKE_MIN) {
            return likeness(found, 0) >= LIKE_MIN
                    ? found
                    : same(free(ours, Side.LEFT), free(theirs, Side.RIGHT)).orElse(found);
        }
        return same(free(ours, Side.LEFT), free(theirs, Side.RIGHT))
                .or(() -> new ScaleFinder(draft).find())
                .or(() -> new TogetherFinder(draft).find())
                .or(() -> same(ours.all(), theirs.all()))
                .orElse(found);
    }

    /// Columns of numbers that are free, with either mark where their cells do not tell.
    private List<Found> free(AmountColumns columns, Side side) {
        return marks.with(side, columns.free());
    }

    /// The two columns that agree in most pairs.
    private Optional<Choice> same(List<Found> lefts, List<Found> rights) {
        Optional<Choice> best = Optional.empty();
        double most = ROUNDED_MIN;
        for (Found left : lefts) {
            for (Found right : rights) {
                Choice choice = new Choice(left, right);
                double same = likeness(choice, 0);
                if (same > most) {
                    best = Optional.of(choice);
                    most = same;
                }
            }
        }
        return best;
    }

    /// In how many pairs two amounts differ by no more than this share, whatever their signs.
    private double likeness(Choice of, double reach) {
        long[] left = of.left().units();
        long[] right = of.right().units();
        return draft.pairs.share(
                (a, b) -> AmountColumns.isFilled(left[a]) && AmountColumns.isFilled(right[b]),
                (a, b) -> {
                    double one = Math.abs((double) left[a]);
                    double other = Math.abs((double) right[b]);
                    return Math.abs(one - other) <= reach * Math.max(one, other);
                });
    }

    /// The amounts, or those in which paired entries agree once one side is multiplied.
    private Choice scaled(Choice found) {
        return likeness(found, 0) >= EXACT_MAX || !rounded(found).equals(found)
                ? found
                : new ScaleFinder(draft).find().orElse(found);
    }

    /// The amounts, or what several columns of one side come to where that is what paired entries
    /// have.
    private Choice together(Choice found) {
        return likeness(found, 0) >= EXACT_MAX
                ? found
                : new TogetherFinder(draft).find().orElse(found);
    }

    /// The amounts, rounded where paired entries show that the other side rounds.
    private Choice rounded(Choice found) {
        Found left = found.left();
        Found right = found.right();
        if (left.decimals() > right.decimals() && isRounding(left, right, right.decimals())) {
            return new Choice(left.rounded(right.decimals(), draft.left.scale()), right);
        }
        if (right.decimals() > left.decimals() && isRounding(left, right, left.decimals())) {
            return new Choice(left, right.rounded(left.decimals(), draft.left.scale()));
        }
        return found;
    }

    /// Do paired entries agree once both are rounded, and seldom before?
    private boolean isRounding(Found left, Found right, int decimals) {
        double exact = agreement(left, right, false) + agreement(left, right, true);
        Found ours = left.rounded(decimals, draft.left.scale());
        Found theirs = right.rounded(decimals, draft.left.scale());
        double rounded = Math.max(agreement(ours, theirs, false), agreement(ours, theirs, true));
        return draft.pairs.count() >= PAIRS_MIN && exact < EXACT_MAX && rounded >= ROUNDED_MIN;
    }

    /// Maps both amounts, with the sign that the paired entries show.
    void map(Choice amounts) {
        SignFinder signs = new SignFinder(draft);
        Found left = signs.signed(Side.LEFT, amounts.left(), amounts.right());
        Found right = signs.signed(Side.RIGHT, amounts.right(), left);
        boolean opposite = new OppositeSigns(draft).are(left, right);
        double agreement = agreement(left, right, opposite);
        map(
                new Choice(left, right),
                opposite,
                agreement < 0 ? OptionalDouble.empty() : OptionalDouble.of(agreement),
                opposite ? "opposite sign on the right" : "amounts on both sides");
    }

    /// Maps the amounts that the sums of several entries bear out.
    void map(Sums sums) {
        map(
                asked(sums.amounts()),
                sums.opposite(),
                OptionalDouble.of(sums.agreement()),
                sums.opposite() ? sums.why() + ", opposite sign on the right" : sums.why());
    }

    private void map(Choice amounts, boolean opposite, OptionalDouble agreement, String why) {
        EmptyAmounts empty = new EmptyAmounts(draft);
        Found left = empty.asZero(Side.LEFT, amounts.left(), amounts.right());
        Found right = empty.asZero(Side.RIGHT, amounts.right(), amounts.left());
        draft.leftUnits = left.units();
        draft.rightUnits = opposite ? AmountColumns.negated(right.units()) : right.units();
        draft.map(
                Table.AMOUNT,
                Draft.Mapped.both(source(left, false), source(right, opposite)),
                agreement,
                why + words(left) + words(right));
    }

    private static String words(Found found) {
        return found.shape().words(found.column().name());
    }

    private double agreement(Found left, Found right, boolean opposite) {
        return draft.pairs.share(
                (a, b) -> left.units()[a] != Long.MIN_VALUE && right.units()[b] != Long.MIN_VALUE,
                (a, b) -> left.units()[a] == (opposite ? -right.units()[b] : right.units()[b]));
    }

    private static FieldSource source(Found found, boolean opposite) {
        return found.isSplit() && found.shape() instanceof AmountShape.Plain
                ? SplitColumns.source(found, opposite)
                : found.shape()
                        .source(
                                new FieldSource.Amount(
                                        found.column().name(), found.mark(), opposite));
    }
}
