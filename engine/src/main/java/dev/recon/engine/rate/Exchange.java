package dev.recon.engine.rate;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.Rate;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.table.Side;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The rates of a rule set, looked up by pair of currencies and day.
///
/// An amount is converted by the newest rate of its own day or of a day before, as long as that
/// holds; where only the way back is stated, it is divided by. No rate is made of two others.
public final class Exchange {
    private final Rates rates;
    private final Map<CurrencyPair, Quotes> byPair = new HashMap<>();

    /// @param decimals how many decimals one unit of the run stands for
    public Exchange(Rates rates, int decimals) {
        this.rates = rates;
        for (Rate rate : rates.list()) {
            for (CurrencyPair pair : List.of(rate.pair(), rate.pair().turned())) {
                byPair.computeIfAbsent(pair, _ -> Quotes.of(pair, rates, decimals));
            }
        }
    }

    public boolean isEmpty() {
        return byPair.isEmpty();
    }

    /// The side in whose currency amounts are compared.
    public Side into() {
        return rates.into();
    }

    /// All pairs that have a rate of some day, both ways, by their codes.
    public List<CurrencyPair> pairs() {
        var pairs = new TreeSet<CurrencyPair>(Comparator.comparing(CurrencyPair::toString));
        pairs.addAll(byPair.keySet());
        return List.copyOf(pairs);
    }

    /// The rates from one currency into another; empty when there are none.
    public Optional<Quotes> find(Currency from, Currency to) {
        return from.equals(to)
                ? Optional.empty()
                : Optional.ofNullable(byPair.get(new CurrencyPair(from, to)));
    }
}
