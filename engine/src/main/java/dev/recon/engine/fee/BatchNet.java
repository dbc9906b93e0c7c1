package dev.recon.engine.fee;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.BatchFee;
import java.util.Optional;

/// What a fee leaves of a batch of one currency.
public record BatchNet(Formula formula, BatchFee.Per per) {
    /// The fee of a pass, for amounts of one currency with so many decimals; none where these are
    /// too many to count in.
    public static Optional<BatchNet> find(BatchFee fee, Currency currency, int decimals) {
        return Formula.isCountable(currency, decimals)
                ? Optional.of(
                        new BatchNet(Formula.of(fee.schedule(), currency, decimals), fee.per()))
                : Optional.empty();
    }

    /// What is left of some rows.
    ///
    /// @param units the amounts of a side, of which those of `rows` are the batch
    public long of(int[] rows, long[] units) {
        long left = 0;
        for (int row : rows) {
            long unit = units[row];
            left += per == BatchFee.Per.ENTRY ? formula.net(unit) : unit;
        }
        return per == BatchFee.Per.ENTRY ? left : formula.net(left);
    }
}
