package dev.recon.engine.propose;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// How many decimals amounts are counted in: those of the amounts, and of the currencies beside
/// them.
final class Decimals {
    private static final int LEAST = 2;

    private Decimals() {}

    static int of(Draft draft, Optional<AmountFinder.Choice> amounts) {
        return amounts.map(found -> of(draft, found)).orElse(LEAST);
    }

    private static int of(Draft draft, AmountFinder.Choice amounts) {
        int decimals = Math.max(amounts.left().decimals(), amounts.right().decimals());
        decimals = Math.max(decimals, LEAST);
        for (Side side : Side.values()) {
            OptionalInt most =
                    draft.sample(side).columns().stream()
                            .filter(column -> column.type() instanceof ColumnType.Currency)
                            .flatMap(column ->
                                    Arrays.stream(
                                            draft.sample(side).values(column, NormalForm.CODE)))
                            .distinct()
                            .flatMap(code -> Currency.find(code).stream())
                            .mapToInt(Currency::decimals)
                            .max();
            decimals = Math.max(decimals, most.orElse(0));
        }
        return Math.min(decimals, Money.DECIMALS_MAX);
    }
}
