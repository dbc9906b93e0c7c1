package dev.recon.engine.explain;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.rate.Exchange;
import dev.recon.engine.rate.Quotes;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/// Two entries that are compared, one of each side, or both of one.
///
/// @param exchange what the one is worth in the currency of the other, if there are rates
public record EntryPair(EntryFields left, EntryFields right, Exchange exchange) {
    /// The pair of two entries, whichever side they are of.
    static EntryPair of(EntryFields one, EntryFields other, Exchange exchange) {
        return one.side() == Side.LEFT
                ? new EntryPair(one, other, exchange)
                : new EntryPair(other, one, exchange);
    }

    /// What the entry of a place is called: its side, or, of two of one side, which of them it is.
    String word(Side place) {
        if (left.side() != right.side()) {
            return place.word();
        }
        return place == Side.LEFT ? "first" : "other";
    }

    /// Are they of two currencies?
    boolean isMixed() {
        return !left.money().currency().equals(right.money().currency());
    }

    /// The entry that is converted, where they are of two currencies.
    EntryFields converted() {
        return of(exchange.into().other());
    }

    /// From which currency into which; asked where there are two.
    CurrencyPair currencies() {
        return new CurrencyPair(
                converted().money().currency(), of(exchange.into()).money().currency());
    }

    Optional<Quotes> quotes() {
        return exchange.find(currencies().from(), currencies().to());
    }

    /// The pair as amounts are compared: of two currencies the one is converted; empty when there
    /// is no rate of its day.
    Optional<EntryPair> findCounted() {
        if (!isMixed()) {
            return Optional.of(this);
        }
        EntryFields entry = converted();
        OptionalLong worth =
                quotes().filter(quotes -> quotes.holdsOn(entry.day()))
                        .map(quotes -> quotes.convert(entry.units(), entry.day()))
                        .orElse(OptionalLong.empty());
        return worth.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        of(
                                entry.counted(currencies().to(), worth.getAsLong()),
                                of(exchange.into()),
                                exchange));
    }

    /// `USD 100.00 are EUR 92.31 by the rate 0.9231 of USD/EUR of 2026-03-02`; asked where the pair
    /// is counted.
    String rateWords() {
        Money worth = findCounted().orElseThrow().converted().money();
        String rate = quotes().orElseThrow().words(converted().day());
        return converted().money() + " are " + worth + " by " + rate;
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
