package dev.recon.engine.explain;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Two entries that are compared, one of each side.
public record EntryPair(EntryFields left, EntryFields right) {
    /// The pair of two entries, whichever side they are of.
    static EntryPair of(EntryFields one, EntryFields other) {
        return one.side() == Side.LEFT ? new EntryPair(one, other) : new EntryPair(other, one);
    }

    EntryFields of(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// How much the left amount is above the right one, in units.
    long differenceUnits() {
        return left.units() - right.units();
    }

    /// How far the amounts lie apart, where `allowed` is.
    Distance amountDistance(BigDecimal allowed) {
        int decimals = left.table().decimals();
        Currency currency = left.money().currency();
        long units =
                allowed.movePointRight(decimals)
                        .setScale(0, RoundingMode.FLOOR)
                        .min(BigDecimal.valueOf(Limits.UNITS_MAX))
                        .longValueExact();
        return new Distance.Amount(
                new Money(currency, Math.abs(differenceUnits()), decimals),
                new Money(currency, units, decimals));
    }

    boolean hasDays() {
        return left.day() != DateColumn.ABSENT && right.day() != DateColumn.ABSENT;
    }

    /// How many days the right date lies after the left one; asked where both have one.
    int days() {
        return right.day() - left.day();
    }
}
