package dev.recon.engine.match;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rate;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.table.DateColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a pass across currencies is, in plain words: a close pass over what entries are worth. It
/// looks at every rate for every entry.
record PlainFx(Rates rates, CurrencyPair pair, Map<TestEntry, TestEntry> asTheyAre) {
    static Pass.Close close(Pass.Fx pass) {
        return Pass.Close.of(pass, pass.amount(), pass.days(), List.of());
    }

    static List<CurrencyPair> pairs(Pass.Fx pass, Rates rates) {
        List<CurrencyPair> all = new ArrayList<>(pass.pairs());
        if (all.isEmpty()) {
            rates.list().forEach(rate -> all.add(rate.pair()));
            rates.list().forEach(rate -> all.add(rate.pair().turned()));
            all.sort(
                    Comparator.comparing((CurrencyPair one) -> one.from().code())
                            .thenComparing(one -> one.to().code()));
        }
        return all.stream().distinct().toList();
    }

    /// The entries as they count in the other currency; those that do not are in one of nobody's.
    List<TestEntry> converted(List<TestEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    Optional<Long> worth = worth(entry);
                    TestEntry seen =
                            new TestEntry(
                                    entry.name(),
                                    worth.orElse(0L),
                                    worth.isPresent() ? pair.to().code() : "ZZZ",
                                    entry.day(),
                                    entry.texts());
                    asTheyAre.put(seen, entry);
                    return seen;
                })
                .toList();
    }

    /// What an entry is worth in the other currency of the pair.
    Optional<Long> worth(TestEntry entry) {
        if (!Currency.of(entry.currency()).equals(pair.from())
                || entry.day() == DateColumn.ABSENT) {
            return Optional.empty();
        }
        Rate best = null;
        for (Rate rate : rates.list()) {
            long days = entry.day() - rate.date().toEpochDay();
            boolean fits = rate.pair().equals(pair) || rate.pair().equals(pair.turned());
            if (!fits || days < 0 || days > rates.age()) {
                continue;
            }
            boolean newer = best == null || rate.date().isAfter(best.date());
            boolean straight =
                    best != null && rate.date().equals(best.date()) && rate.pair().equals(pair);
            best = newer || straight ? rate : best;
        }
        return Optional.ofNullable(best).map(rate -> worth(entry, rate));
    }

    private long worth(TestEntry entry, Rate rate) {
        BigDecimal amount = BigDecimal.valueOf(entry.units(), 2);
        int decimals = Math.min(2, pair.to().decimals());
        RoundingMode mode = RoundingMode.valueOf(rates.rounding().name());
        BigDecimal worth =
                rate.pair().equals(pair)
                        ? amount.multiply(rate.value()).setScale(decimals, mode)
                        : amount.divide(rate.value(), decimals, mode);
        return worth.movePointRight(2).longValueExact();
    }
}
