package dev.recon.engine.rate;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// As what a match counts its entries: in its currency as they are, in any other as what they are
/// worth in it.
///
/// The currency of a match is that of its entries on the side into whose currency amounts are
/// converted. A function of rates and entries alone: whoever asks gets the same answer, and a run
/// keeps nothing for it.
///
/// @param targets the currencies into which amounts may be converted
public record Counting(Exchange exchange, Table left, Table right, Set<Currency> targets) {
    public static Counting of(Rates rates, Table left, Table right) {
        Exchange exchange = new Exchange(rates, left.decimals());
        Set<Currency> targets = new HashSet<>();
        Table table = exchange.into() == Side.LEFT ? left : right;
        short last = 0;
        for (int row = 0; row < table.rows() && !exchange.isEmpty(); row++) {
            short packed = table.currencies().packed()[row];
            if (packed != last) {
                targets.add(new Currency(packed));
                last = packed;
            }
        }
        return new Counting(exchange, left, right, targets);
    }

    /// Without rates every entry counts as it is.
    public boolean isPlain() {
        return exchange.isEmpty();
    }

    /// Are two entries of two currencies, so that one of them is converted?
    public boolean isMixed(int leftRow, int rightRow) {
        return !isPlain()
                && left.currencies().packed()[leftRow] != right.currencies().packed()[rightRow];
    }

    /// Are some entries of two currencies?
    public boolean isMixed(int[] lefts, int[] rights) {
        if (isPlain()) {
            return false;
        }
        short first = currency(lefts, rights).packed();
        boolean mixed = false;
        for (int row : lefts) {
            mixed |= left.currencies().packed()[row] != first;
        }
        for (int row : rights) {
            mixed |= right.currencies().packed()[row] != first;
        }
        return mixed;
    }

    /// The currency in which a match of two entries counts.
    public Currency currency(int leftRow, int rightRow) {
        return exchange.into() == Side.LEFT ? left.currency(leftRow) : right.currency(rightRow);
    }

    /// The currency in which a match counts: there is at least one entry.
    public Currency currency(int[] lefts, int[] rights) {
        boolean ofLeft = rights.length == 0 || (exchange.into() == Side.LEFT && lefts.length > 0);
        return ofLeft ? left.currency(lefts[0]) : right.currency(rights[0]);
    }

    /// As what an entry counts in a currency, in units of the run's scale.
    ///
    /// @throws IllegalStateException when it has no worth in it: no match holds such an entry
    public long units(Side side, int row, Currency in) {
        return find(side, row, in)
                .orElseThrow(() -> new IllegalStateException("a match without a rate"));
    }

    /// As what an entry counts in a currency; empty when no rate holds on its day, or when it is
    /// too large.
    public OptionalLong find(Side side, int row, Currency in) {
        Table table = table(side);
        long units = table.amounts().units()[row];
        if (table.currencies().packed()[row] == in.packed()) {
            return OptionalLong.of(units);
        }
        int day = table.dates().days()[row];
        return rates(side, row, in)
                .filter(quotes -> quotes.holdsOn(day))
                .map(quotes -> quotes.convert(units, day))
                .orElse(OptionalLong.empty());
    }

    /// Takes what is converted.
    @FunctionalInterface
    public interface Sink {
        /// Some units leave a currency, or come into it below zero.
        void add(Currency currency, long units);
    }

    /// What entries of a match leave of their own currency and bring into that of the match, with
    /// the signs of left minus right; nothing of those that count as they are.
    public void convert(Side side, int[] rows, Currency in, Sink sink) {
        int sign = side == Side.LEFT ? 1 : -1;
        for (int row : rows) {
            Currency own = table(side).currency(row);
            if (!own.equals(in)) {
                sink.add(own, sign * table(side).amounts().units()[row]);
                sink.add(in, -sign * units(side, row, in));
            }
        }
    }

    /// The rates from the currency of an entry into another.
    public Optional<Quotes> rates(Side side, int row, Currency in) {
        return exchange.find(table(side).currency(row), in);
    }

    /// Can these entries be one match: all of one currency, or those of the converted side of such
    /// that have a worth in the one of the other?
    public boolean isCountable(int[] lefts, int[] rights) {
        Currency currency = currency(lefts, rights);
        for (Side side : Side.values()) {
            for (int row : side == Side.LEFT ? lefts : rights) {
                boolean stays = side == exchange.into() || lefts.length * rights.length == 0;
                boolean same = table(side).currency(row).equals(currency);
                if (!same && (stays || find(side, row, currency).isEmpty())) {
                    return false;
                }
            }
        }
        return true;
    }

    Table table(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
