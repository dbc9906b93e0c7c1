package dev.recon.server.match;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rate.Counting;
import dev.recon.engine.table.Side;
import dev.recon.server.platform.Money;
import dev.recon.server.run.RunEntries.Picked;
import java.util.Optional;

/// What matches of two currencies come to, in the one in which they count.
record Worths(Picked left, Picked right, Counting counting) {
    static Worths of(Picked left, Picked right) {
        return new Worths(
                left, right, Counting.of(left.rules().rates(), left.table(), right.table()));
    }

    /// Left minus right, where a match is of two currencies and they can be counted.
    Optional<Money> difference(MatchState match) {
        int[] lefts = rows(left, match.left());
        int[] rights = rows(right, match.right());
        if (!counting.isMixed(lefts, rights) || !counting.isCountable(lefts, rights)) {
            return Optional.empty();
        }
        Currency in = counting.currency(lefts, rights);
        long units = 0;
        for (int row : lefts) {
            units = Math.addExact(units, counting.units(Side.LEFT, row, in));
        }
        for (int row : rights) {
            units = Math.subtractExact(units, counting.units(Side.RIGHT, row, in));
        }
        return Optional.of(Money.of(in.code(), units, left.rules().decimals()));
    }

    private static int[] rows(Picked picked, java.util.List<Integer> lines) {
        return lines.stream().mapToInt(picked.lines()::indexOf).toArray();
    }
}
