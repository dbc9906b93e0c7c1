package dev.recon.engine.match;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// A value for each currency that a tolerance names, and one for all others.
///
/// The currencies are few, so they are looked for one by one; without any, nothing is looked for.
///
/// @param codes the packed currencies
/// @param values the value of each
/// @param other the value of every other currency
record ByCurrency<T>(short[] codes, List<T> values, T other) {
    static ByCurrency<Tolerance> of(Tolerance tolerance) {
        if (!(tolerance instanceof Tolerance.PerCurrency(var byCurrency, Tolerance other))) {
            return new ByCurrency<>(new short[0], List.of(), tolerance);
        }
        short[] codes = new short[byCurrency.size()];
        int at = 0;
        for (Currency currency : byCurrency.keySet()) {
            codes[at++] = currency.packed();
        }
        return new ByCurrency<>(codes, List.copyOf(byCurrency.values()), other);
    }

    <U> ByCurrency<U> map(Function<T, U> change) {
        List<U> changed = new ArrayList<>();
        values.forEach(value -> changed.add(change.apply(value)));
        return new ByCurrency<>(codes, changed, change.apply(other));
    }

    boolean all(Predicate<T> holds) {
        return values.stream().allMatch(holds) && holds.test(other);
    }

    T of(short packed) {
        for (int at = 0; at < codes.length; at++) {
            if (codes[at] == packed) {
                return values.get(at);
            }
        }
        return other;
    }
}
