package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.propose.AmountFinder.Choice;
import dev.recon.engine.propose.AmountShape.Together;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds amounts that one side has in several columns and the other in one: net and tax beside
/// gross, principal and interest beside what was paid, a quantity and a price beside a value.
///
/// @param draft whose pairs a key has found
record TogetherFinder(Draft draft) {
    private static final int COLUMNS_MAX = 8;
    private static final int PAIRS_MIN = 10;
    private static final int GLANCE = 50;
    private static final double SAME_MIN = 0.8;
    private static final int DECIMALS = 2;

    /// The columns that come to one of the other side in most pairs, the fewest of them.
    Optional<Choice> find() {
        if (draft.pairs.count() < PAIRS_MIN) {
            return Optional.empty();
        }
        Optional<Choice> best = Optional.empty();
        double most = 0;
        for (Side side : Side.values()) {
            List<Found> wholes = free(side.other());
            for (Found made : made(free(side))) {
                for (Found whole : wholes) {
                    Choice choice =
                            side == Side.LEFT ? new Choice(made, whole) : new Choice(whole, made);
                    double same = same(choice);
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
        return new AmountColumns(draft, side).free().stream().limit(COLUMNS_MAX).toList();
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
        List<Together.Term> terms =
                more.stream().map(of -> new Together.Term(of.column().name(), of.mark())).toList();
        return first.together(new Together(kind, terms, DECIMALS), units);
    }

    private long together(Together.Kind kind, long one, long other) {
        if (one == Long.MIN_VALUE) {
            return one;
        }
        if (other == Long.MIN_VALUE) {
            return kind == Together.Kind.PRODUCT ? other : one;
        }
        return switch (kind) {
            case SUM -> one + other;
            case DIFFERENCE -> one - other;
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
        return same < SAME_MIN || isChance ? 0 : same;
    }
}
