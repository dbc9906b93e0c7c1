package dev.recon.engine.rules;

import dev.recon.engine.money.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/// Two currencies in the order in which amounts are converted: `USD/EUR` is from dollars into
/// euros, and its rate says how many euros one dollar is worth.
public record CurrencyPair(Currency from, Currency to) {
    private static final Pattern TEXT = Pattern.compile("[A-Z]{3}/[A-Z]{3}");

    public CurrencyPair {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a pair of one currency: " + from);
        }
    }

    /// The pair of a text such as `USD/EUR`; empty when it is none of two listed currencies.
    public static Optional<CurrencyPair> find(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        Currency from = Currency.of(text.substring(0, 3));
        Currency to = Currency.of(text.substring(4));
        return from.isListed() && to.isListed() && !from.equals(to)
                ? Optional.of(new CurrencyPair(from, to))
                : Optional.empty();
    }

    /// The way back.
    public CurrencyPair turned() {
        return new CurrencyPair(/* from= */ to, /* to= */ from);
    }

    @Override
    public String toString() {
        return from.code() + "/" + to.code();
    }
}
