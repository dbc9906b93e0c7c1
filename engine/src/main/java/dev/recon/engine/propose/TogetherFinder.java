package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.propose.AmountFinder.Choice;
import dev.recon.engine.propose.AmountShape.Together;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds amounts that one side has in several columns and the other in one: net and tax beside
/// gross, principal and interest beside what was paid, a quantity and a price beside a value.
///
/// @param draft whose pairs a key has found, if there is one
record TogetherFinder(Draft draft) {
    private static final int COLUMNS_MAX = 8;
    private static final int PAIRS_MIN = 10;
    private static final int ROWS_MIN = 20;
    private static final double COMMON_MIN = 0.6;
    private static final double LIKE_MIN = 0.5;
    private static final double SIGNS_WEIGHT = 0.01;
    private static final int GLANCE = 50;

    /// A column of flags makes an amount of nothing.
    private static final int DISTINCT_MIN = 5;

    private static final double SAME_MIN = 0.8;
    private static final int DECIMALS = 2;

    /// The columns of a side that others may come to.
    private interface Columns {
        List<Found> of(Side side);
    }

    /// How far two amounts are the same, 0 to 1.
    private interface Likeness {
        double of(Choice choice);
    }

    /// The columns that come to one of the other side in most pairs, the fewest of them.
    Optional<Choice> find() {
        return draft.pairs.count() < PAIRS_MIN ? Optional.empty() : find(this::free, this::same);
    }

    /// Where nothing is known to be an amount: the columns that come to one of the other side which
    /// has a number in each line, and none like it.
    Optional<Choice> findCounted() {
        return draft.pairs.count() < PAIRS_MIN
                ? Optional.empty()
                : find(this::withoutLike, this::same);
    }

    private List<Found> withoutLike(Side side) {
        List<Found> others = free(side.other()).stream().filter(found -> found.isFull(1)).toList();
        return free(side).stream()
                .filter(found -> found.isFull(1))
                .filter(whole -> others.stream().noneMatch(other -> isLike(side, whole, other)))
                .toList();
    }

    private boolean isLike(Side side, Found one, Found other) {
        Choice choice = side == Side.LEFT ? new Choice(one, other) : new Choice(other, one);
        return choice.same(draft.pairs) >= LIKE_MIN;
    }

    /// Without pairs: the columns that come to values of which the other side has most.
    Optional<Choice> findByValues() {
        int rows = Math.min(draft.left.rows(), draft.right.rows());
        return draft.isComplete() && rows >= ROWS_MIN
                ? find(side -> new AmountColumns(draft, side).find(), TogetherFinder::common)
                : Optional.empty();
    }

    /// How many of the different amounts of the side with fewer the other has, too; 0 where these
    /// are few, so that it may be chance, or a glance at some shows that most are others.
    private static double common(Choice choice) {
        long[] ours = magnitudes(choice.left().units());
        long[] theirs = magnitudes(choice.right().units());
        long[] fewer = ours.length < theirs.length ? ours : theirs;
        long[] more = ours.length < theirs.length ? theirs : ours;
        int step = Math.max(1, fewer.length / GLANCE);
        boolean isMost = share(fewer, more, step) >= COMMON_MIN && fewer.length >= ROWS_MIN;
        double common = isMost ? share(fewer, more, 1) : 0;
        return common >= COMMON_MIN ? common : 0;
    }

    /// How many of every n-th amount of one side the other has.
    private static double share(long[] fewer, long[] more, int step) {
        int looked = 0;
        int both = 0;
        for (int at = 0; at < fewer.length; at += step) {
            looked++;
            both += Arrays.binarySearch(more, fewer[at]) >= 0 ? 1 : 0;
        }
        return (double) both / Math.max(1, looked);
    }

    private static long[] magnitudes(long[] units) {
        return Arrays.stream(units)
                .filter(AmountColumns::isFilled)
                .map(Math::abs)
                .sorted()
                .distinct()
                .toArray();
    }

    private Optional<Choice> find(Columns columns, Likeness likeness) {
        Optional<Choice> best = Optional.empty();
        double most = 0;
        for (Side side : Side.values()) {
            List<Found> wholes = columns.of(side.other());
            for (Found made : made(free(side))) {
                for (Found whole : wholes) {
                    Choice choice =
                            side == Side.LEFT ? new Choice(made, whole) : new Choice(whole, made);
                    double same = likeness.of(choice);
                    if (same > most) {
                        best = Optional.of(choice);
                        most = same;
                    }
                }
            }
        }
        return best;
    }

    private List<Found> free(Side side) {
        return new AmountColumns(draft, side)
                .free().stream()
                        .filter(found -> found.column().distinct() >= DISTINCT_MIN)
                        .limit(COLUMNS_MAX)
                        .toList();
    }

    /// What columns of a side may come to together: sums of two, differences, products, sums of
    /// three.
    private List<Found> made(List<Found> columns) {
        List<Found> made = new ArrayList<>();
        List<Found> sums = new ArrayList<>();
        for (Found one : columns) {
            for (Found other : columns.subList(columns.indexOf(one) + 1, columns.size())) {
                made.add(together(one, Together.Kind.SUM, List.of(other)));
                made.add(together(one, Together.Kind.DIFFERENCE, List.of(other)));
                made.add(together(other, Together.Kind.DIFFERENCE, List.of(one)));
                made.add(together(one, Together.Kind.PRODUCT, List.of(other)));
                for (Found third : columns.subList(columns.indexOf(other) + 1, columns.size())) {
                    sums.add(together(one, Together.Kind.SUM, List.of(other, third)));
                }
            }
        }
        made.addAll(sums);
        return made;
    }

    private Found together(Found first, Together.Kind kind, List<Found> more) {
        long[] units = first.units().clone();
        for (Found next : more) {
            for (int row = 0; row < units.length; row++) {
                units[row] = together(kind, units[row], next.units()[row]);
            }
        }
        boolean isSum = kind != Together.Kind.PRODUCT;
        List<Together.Term> terms = more.stream().map(of -> term(of, isSum)).toList();
        Together.Term itself = term(first, isSum && isAbsentAnywhere(first));
        return first.as(new Together(kind, itself, terms, DECIMALS), units);
    }

    private static Together.Term term(Found found, boolean mayLack) {
        return new Together.Term(found.column().name(), found.mark(), mayLack);
    }

    private static boolean isAbsentAnywhere(Found found) {
        return Arrays.stream(found.units()).anyMatch(unit -> unit == Long.MIN_VALUE);
    }

    private long together(Together.Kind kind, long one, long other) {
        boolean lacksOne = one == Long.MIN_VALUE;
        boolean lacksOther = other == Long.MIN_VALUE;
        if ((lacksOne && lacksOther)
                || ((lacksOne || lacksOther) && kind == Together.Kind.PRODUCT)) {
            return Long.MIN_VALUE;
        }
        long first = lacksOne ? 0 : one;
        long second = lacksOther ? 0 : other;
        return switch (kind) {
            case SUM -> first + second;
            case DIFFERENCE -> first - second;
            case PRODUCT -> product(one, other);
        };
    }

    /// Rounded as a value is: to cents.
    private long product(long one, long other) {
        int scale = draft.left.scale();
        BigDecimal product =
                BigDecimal.valueOf(one, scale)
                        .multiply(BigDecimal.valueOf(other, scale))
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .setScale(scale, RoundingMode.HALF_UP);
        BigDecimal units = product.movePointRight(scale);
        return units.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Long.MIN_VALUE
                : units.longValue();
    }

    /// In how many pairs the amounts are the same, 0 where a glance at some shows that few are, or
    /// where those of other pairs are, too.
    private double same(Choice choice) {
        if (choice.same(draft.pairs.first(GLANCE)) < SAME_MIN) {
            return 0;
        }
        double same = choice.same(draft.pairs);
        boolean isChance = choice.same(draft.pairs.shifted()) > same / 2;
        return same < SAME_MIN || isChance ? 0 : same + SIGNS_WEIGHT * ofOneSign(choice);
    }

    /// In how many pairs the amounts are the same with their signs, or all with the other one: of
    /// what was earned and what was spent, the difference and not the sum.
    private double ofOneSign(Choice choice) {
        long[] left = choice.left().units();
        long[] right = choice.right().units();
        return Math.max(
                draft.pairs.share((a, b) -> left[a] == right[b]),
                draft.pairs.share((a, b) -> left[a] == -right[b]));
    }
}
