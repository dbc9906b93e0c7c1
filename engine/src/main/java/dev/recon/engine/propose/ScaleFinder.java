package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.propose.AmountFinder.Choice;
import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds amounts of which one side counts another unit than the other: micros, thousands, kilowatt
/// hours beside megawatt hours. Nearly all paired entries must then have the same amount once one
/// is multiplied by one power of ten, and rounded where one side has fewer digits.
///
/// @param draft whose pairs a key has found
record ScaleFinder(Draft draft) {
    private static final int PAIRS_MIN = 20;
    private static final int DISTINCT_MIN = 10;
    private static final int POWER_MAX = 9;
    private static final double SAME_MIN = 0.9;
    private static final int USUAL_DECIMALS = 2;

    /// The two amounts that agree in most pairs, if two do.
    Optional<Choice> find() {
        Optional<Choice> best = Optional.empty();
        double most = 0;
        List<Found> rights = new AmountColumns(draft, Side.RIGHT).free();
        for (Found left : new AmountColumns(draft, Side.LEFT).free()) {
            for (Found right : rights) {
                Optional<Choice> choice = scaled(left, right);
                double same = choice.map(found -> found.same(draft.pairs)).orElse(0.0);
                if (same > most) {
                    best = choice;
                    most = same;
                }
            }
        }
        return best;
    }

    /// The side that has two decimals stays as it is where it can.
    private Optional<Choice> scaled(Found left, Found right) {
        int distinct = Math.min(left.column().distinct(), right.column().distinct());
        int power =
                distinct < DISTINCT_MIN || draft.pairs.count() < PAIRS_MIN ? 0 : power(left, right);
        if (power == 0) {
            return Optional.empty();
        }
        int scale = draft.left.scale();
        Choice ours = new Choice(left.scaled(-power, scale), right);
        Choice theirs = new Choice(left, right.scaled(power, scale));
        boolean isLeftUsual = left.decimals() == USUAL_DECIMALS;
        boolean keepsLeft = isLeftUsual || (right.decimals() != USUAL_DECIMALS && power > 0);
        Found roundedLeft = ours.left().rounded(right.decimals(), scale);
        Found roundedRight = theirs.right().rounded(left.decimals(), scale);
        List<Choice> choices =
                List.of(
                        keepsLeft ? theirs : ours,
                        keepsLeft ? ours : theirs,
                        new Choice(roundedLeft, right),
                        new Choice(left, roundedRight));
        return choices.stream().filter(this::isBorneOut).findFirst();
    }

    private boolean isBorneOut(Choice choice) {
        double same = choice.same(draft.pairs);
        return same >= SAME_MIN && choice.same(draft.pairs.shifted()) <= same / 2;
    }

    /// Nothing is as much in every unit.
    private static boolean isSome(long units) {
        return AmountColumns.isFilled(units) && units != 0;
    }

    /// By which power of ten most left amounts are larger than their right ones.
    private int power(Found left, Found right) {
        Map<Integer, Integer> powers = new HashMap<>();
        for (int pair = 0; pair < draft.pairs.count(); pair++) {
            long one = left.units()[draft.pairs.left()[pair]];
            long other = right.units()[draft.pairs.right()[pair]];
            if (isSome(one) && isSome(other)) {
                double ratio = Math.abs((double) one) / Math.abs((double) other);
                powers.merge((int) Math.round(Math.log10(ratio)), 1, Integer::sum);
            }
        }
        int power =
                powers.entrySet().stream()
                        .max(
                                Map.Entry.<Integer, Integer>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(0);
        return Math.abs(power) > POWER_MAX ? 0 : power;
    }
}
