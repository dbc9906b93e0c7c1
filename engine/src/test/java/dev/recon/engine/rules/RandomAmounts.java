package dev.recon.engine.rules;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.AmountPart;
import dev.recon.engine.read.FieldSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Where amounts and currencies of random rule sets stand.
///
/// @param names of columns
record RandomAmounts(Random random, List<String> names) {
    FieldSource amount() {
        char mark = one(List.of('.', ','));
        boolean opposite = random.nextBoolean();
        return switch (random.nextInt(4)) {
            case 0 ->
                    new FieldSource.SplitAmount(
                            debitAndCredit(), mark, opposite, random.nextBoolean());
            case 1 -> byCurrency(mark, opposite);
            default -> new FieldSource.Amount(one(names), mark, opposite);
        };
    }

    private List<AmountPart> debitAndCredit() {
        return List.of(AmountPart.of(one(names), true), AmountPart.of(one(names), false));
    }

    private FieldSource byCurrency(char mark, boolean opposite) {
        List<AmountPart> parts = new ArrayList<>();
        for (String code : List.of("USD", "EUR", "JPY")) {
            Optional<Currency> currency = Optional.of(Currency.of(code));
            if (random.nextBoolean()) {
                parts.add(new AmountPart(one(names), true, currency));
            }
            parts.add(new AmountPart(one(names), false, currency));
        }
        return new FieldSource.SplitAmount(parts, mark, opposite, random.nextBoolean());
    }

    FieldSource currency(@Nullable FieldSource amount) {
        if (amount instanceof FieldSource.SplitAmount split && split.saysCurrency()) {
            return new FieldSource.SplitCurrency(split);
        }
        return random.nextBoolean()
                ? new FieldSource.CurrencyColumn(one(names))
                : new FieldSource.CurrencyConstant(Currency.of(one(List.of("EUR", "XXX"))));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
